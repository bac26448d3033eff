/** The virtual patient: rhythms in, eight leads in millivolts and the truth about them out. */
export { createPatient, type PatientOptions } from './patient.ts';
export { RHYTHMS } from './rhythms/index.ts';
