import { CR, LF } from './line.ts';

/** What the host says to a device of the ascii generation. There is no acknowledgement. */
export type HostCommand = 'start' | 'stop';

/** The host waits this long after `start` before it expects lines, as the monitor in the field does. */
export const START_SETTLE_MS = 500;

const STOP = 0x30;
const START = 0x31;

/** The bytes of a command: `1` or `0`, CR LF. */
export const hostCommand = (command: HostCommand): Uint8Array => Uint8Array.of(command === 'start' ? START : STOP, CR, LF);

export interface CommandParser {
  /** Takes bytes in any chunks. Bytes that are no command are ignored, as the device does. */
  push(bytes: Uint8Array): void;
}

/** The device's side: three bytes in a row, nothing else in their line. Holds no more than one byte of state. */
export function createCommandParser(onCommand: (command: HostCommand) => void): CommandParser {
  let state: 'line-start' | 'digit' | 'cr' | 'junk' = 'line-start';
  let command: HostCommand = 'stop';

  function take(byte: number): void {
    if (byte === LF) {
      if (state === 'cr') onCommand(command);
      state = 'line-start';
    } else if (state === 'line-start' && (byte === START || byte === STOP)) {
      command = byte === START ? 'start' : 'stop';
      state = 'digit';
    } else {
      state = state === 'digit' && byte === CR ? 'cr' : 'junk';
    }
  }

  return {
    push(bytes) {
      for (let i = 0; i < bytes.length; i += 1) take(bytes[i]!);
    },
  };
}
