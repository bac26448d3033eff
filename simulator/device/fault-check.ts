import type { DeviceProfile } from '../../firmware-protocol/index.ts';
import type { LinkFault } from '../contract.ts';

const FRAMES_MAX = 1_000_000;
const COUNTS_MAX = 4095;
const PLACED = ['drop-byte', 'insert-byte', 'flip-bit', 'stray-start', 'bad-checksum'];
const KINDS = [...PLACED, 'drop-frames', 'repeat-frames', 'constant'];

function demandWhole(kind: string, name: string, value: number, [min, max]: readonly [number, number]): void {
  if (!(Number.isInteger(value) && value >= min && value <= max)) {
    throw new RangeError(`fault ${kind}: ${name} must be a whole number ${min}..${max}, got ${value}`);
  }
}

/** Throws a RangeError that names the field and what it accepts. */
export function checkFault(fault: LinkFault, profile: DeviceProfile, frameBytesMax: number): void {
  if (!KINDS.includes(fault.kind)) throw new RangeError(`unknown fault "${fault.kind}": use one of ${KINDS.join(', ')}`);
  if (fault.kind === 'bad-checksum' && profile.protocol === 'ecg12-ascii') {
    throw new RangeError('fault bad-checksum: lines of ecg12-ascii have no checksum. Use flip-bit or drop-byte');
  }
  if ('frames' in fault) demandWhole(fault.kind, 'frames', fault.frames, [1, FRAMES_MAX]);
  else if (fault.kind === 'constant') {
    demandWhole(fault.kind, 'counts', fault.counts, [0, COUNTS_MAX]);
    demandWhole(fault.kind, 'noiseLsb', fault.noiseLsb, [0, COUNTS_MAX]);
  } else if (fault.at !== undefined) demandWhole(fault.kind, 'at', fault.at, [0, frameBytesMax - 1]);
}
