export * from './codec.ts';
export * from './leads.ts';
export * from './profile.ts';
