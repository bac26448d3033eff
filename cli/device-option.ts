import { usage } from './exit.ts';

/** The device families a command can ask for. */
export const DEVICES = [
  { id: 'ecg12-binary', title: 'current generation: 22-byte frames, counter and checksum' },
  { id: 'ecg12-ascii', title: 'older generation: lines of text, with commands' },
] as const;

export type DeviceId = (typeof DEVICES)[number]['id'];

/** Reads `--device`. Throws a usage error that names what is accepted. */
export function deviceId(text: string): DeviceId {
  const found = DEVICES.find(({ id }) => id === text);
  if (!found)
    throw usage(`--device ${text}: unknown device. Known: ${DEVICES.map(({ id }) => id).join(', ')}. field and ideal are a --profile`);
  return found.id;
}
