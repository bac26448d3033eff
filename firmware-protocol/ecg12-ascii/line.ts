import { TRANSMITTED_LEADS, type TransmittedLead } from '../leads.ts';

/** Order of the columns of a line. */
export const COLUMNS: readonly TransmittedLead[] = ['I', 'V4', 'V5', 'II', 'V3', 'V6', 'V1', 'V2'];
export const COLUMN_COUNT = COLUMNS.length;

/** Place in a frame (order of TRANSMITTED_LEADS) of each column. */
export const LEAD_OF_COLUMN: readonly number[] = COLUMNS.map((lead) => TRANSMITTED_LEADS.indexOf(lead));

export const TAB = 0x09;
export const LF = 0x0a;
export const CR = 0x0d;
export const BLANK = 0x20;
export const ZERO = 0x30;
export const NINE = 0x39;
export const VALUE_MAX = 4095;

/** Four digits in every column, TABs between, CR LF. */
export const LINE_BYTES_MAX = 4 * COLUMN_COUNT + (COLUMN_COUNT - 1) + 2;
