/** Something wrong with a scenario file: what, where, and what to do. */
export interface Complaint {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What is wrong and how to mend it, one sentence. */
  readonly text: string;
}

/** A place in the data of a file: keys and indices from the top. */
export type Path = readonly (string | number)[];

/** A complaint before its place is looked up. `onKey` points at the key instead of its value. */
export interface Finding {
  readonly path: Path;
  readonly onKey?: boolean;
  readonly text: string;
}

export const complaintLine = ({ file, line, column, text }: Complaint): string => `${file}:${line}:${column}: ${text}`;

/** Thrown by what needs a good scenario and got a bad one. The message holds every complaint, one a line. */
export class ScenarioError extends RangeError {
  override readonly name = 'ScenarioError';
  readonly complaints: readonly Complaint[];
  constructor(complaints: readonly Complaint[]) {
    super(complaints.map(complaintLine).join('\n'));
    this.complaints = complaints;
  }
}
