/** A broken promise inside the program, never bad input: the caller has a bug. */
export class AssertionError extends Error {
  override readonly name = 'AssertionError';
}

/** Stops a programmer's mistake where it happens. What the outside world sends is reported as a value instead. */
export function assert(holds: boolean, message: string): asserts holds {
  if (!holds) throw new AssertionError(message);
}
