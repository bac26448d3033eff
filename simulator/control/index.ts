/** The simulator's console: HTTP API for scripts, socket and page for people. It knows nothing of any monitor. */

export { renderPreview } from './rhythm-preview.ts';
export type { CommandReply } from './routes.ts';
export { type Console, type ConsoleOptions, startConsole } from './start-console.ts';
