/** For tests: the real simulator on a twin port and a virtual clock, with a console in front of it. */
import { type DeviceProfile, resolveProfile } from '../../firmware-protocol/index.ts';
import { createVirtualClock, seconds } from '../../kernel/index.ts';
import type { SimulatorCommand } from '../contract.ts';
import { createTwinLink } from '../link/index.ts';
import { RHYTHMS } from '../patient/index.ts';
import { createSimulator } from '../simulator.ts';
import type { ConsoleOptions } from './start-console.ts';

export function createConsoleBench({
  profile = resolveProfile('ideal'),
  rhythm = 'sinus',
}: {
  profile?: DeviceProfile;
  rhythm?: string;
} = {}) {
  const clock = createVirtualClock();
  const link = createTwinLink({ clock, baud: profile.baud });
  const simulator = createSimulator({ clock, seed: 42, profile, link, rhythm });
  const options: ConsoleOptions = {
    simulator,
    rhythms: RHYTHMS,
    profile,
    port: 0,
    assetsDir: 'there-is-no-such-folder',
    seed: 42,
    device: profile.protocol,
    path: link.path,
  };
  simulator.start();
  return { clock, link, simulator, options, runTo: (s: number) => clock.runUntil(seconds(s)) };
}

/** One of each, all good for sinus rhythm. */
export const EVERY_COMMAND: readonly SimulatorCommand[] = [
  { do: 'rhythm', id: 'af-coarse', params: { rate: 110 } },
  { do: 'rhythm', id: 'sinus' },
  { do: 'set', params: { rate: 110, hrv: 0 } },
  { do: 'noise', id: 'wander', level: 0.1 + 0.2 },
  { do: 'noise', id: 'mains', level: 0 },
  { do: 'noise', id: 'emg', level: 30 },
  { do: 'electrode', electrode: 'V6', state: 'off' },
  { do: 'electrode', electrode: 'V6', state: 'on' },
  { do: 'swap', electrodes: ['RA', 'LA'] },
  { do: 'swap', electrodes: null },
  { do: 'mute', muted: true },
  { do: 'mute', muted: false },
  { do: 'fault', fault: { kind: 'drop-byte' } },
  { do: 'fault', fault: { kind: 'insert-byte', at: 7 } },
  { do: 'fault', fault: { kind: 'flip-bit' } },
  { do: 'fault', fault: { kind: 'stray-start' } },
  { do: 'fault', fault: { kind: 'bad-checksum' } },
  { do: 'fault', fault: { kind: 'drop-frames', frames: 25 } },
  { do: 'fault', fault: { kind: 'repeat-frames', frames: 2 } },
  { do: 'fault', fault: { kind: 'constant', counts: 2048, noiseLsb: 2, on: true } },
  { do: 'fault', fault: { kind: 'constant', counts: 2048, noiseLsb: 2, on: false } },
  { do: 'unplug' },
  { do: 'replug' },
];
