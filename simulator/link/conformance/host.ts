import type { SerialStream } from '../serial-types.ts';

/** A host on the far end that keeps all it gets and every way it ended. */
export interface Host {
  readonly stream: SerialStream;
  readonly got: number[];
  readonly errors: Error[];
  /** One entry per 'close': null, or the error of a port that vanished. */
  readonly closes: (Error | null)[];
  readonly isOpen: boolean;
  /** Starts reading, for a host that was told not to. */
  read(): void;
}

export function openHost(stream: SerialStream, { reading = true }: { readonly reading?: boolean } = {}): Host {
  const got: number[] = [];
  const errors: Error[] = [];
  const closes: (Error | null)[] = [];
  const read = (): void => void stream.on('data', (bytes: Buffer) => got.push(...bytes));
  if (reading) read();
  stream.on('error', (error) => errors.push(error));
  stream.on('close', (error: Error | null) => closes.push(error));
  stream.open();
  return {
    stream,
    got,
    errors,
    closes,
    read,
    get isOpen() {
      return stream.isOpen;
    },
  };
}
