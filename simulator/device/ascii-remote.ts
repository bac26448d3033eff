import { createCommandParser } from '../../firmware-protocol/index.ts';

/** Whether the host wants the stream of the ASCII generation: it is silent until told to start. */
export interface AsciiRemote {
  readonly streaming: boolean;
  /** Takes any bytes in any chunks. */
  hear(bytes: Uint8Array): void;
  /** Power went: silent until told again. */
  reset(): void;
}

export function createAsciiRemote(): AsciiRemote {
  let streaming = false;
  const listen = (): { push(bytes: Uint8Array): void } =>
    createCommandParser((command) => {
      streaming = command === 'start';
    });
  let parser = listen();

  return {
    get streaming() {
      return streaming;
    },
    hear: (bytes) => parser.push(bytes),
    reset() {
      streaming = false;
      parser = listen();
    },
  };
}
