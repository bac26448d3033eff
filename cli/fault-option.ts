/** Link faults on the command line: `drop-frames,frames=70`. */
import type { LinkFault } from '../simulator/index.ts';
import type { DeviceId } from './device-option.ts';
import { usage } from './exit.ts';

interface FaultRow {
  readonly id: LinkFault['kind'];
  readonly family: string;
  readonly title: string;
  readonly params: readonly { readonly id: string; readonly min: number; readonly max: number; readonly default: number }[];
}

const AT = { id: 'at', min: 0, max: 21, default: 7 };

export const FAULTS: readonly FaultRow[] = [
  { id: 'drop-byte', family: 'byte', title: 'one byte of the next frame is lost', params: [AT] },
  { id: 'insert-byte', family: 'byte', title: 'one byte too many in the next frame', params: [AT] },
  { id: 'flip-bit', family: 'byte', title: 'one bit of the next frame is wrong', params: [AT] },
  { id: 'stray-start', family: 'byte', title: 'a start byte where none belongs', params: [AT] },
  { id: 'bad-checksum', family: 'packet', title: 'the next frame carries a wrong checksum', params: [] },
  {
    id: 'drop-frames',
    family: 'packet',
    title: 'frames are lost, the counter runs on',
    params: [{ id: 'frames', min: 1, max: 5000, default: 10 }],
  },
  { id: 'repeat-frames', family: 'packet', title: 'frames are sent twice', params: [{ id: 'frames', min: 1, max: 5000, default: 1 }] },
  {
    id: 'constant',
    family: 'signal',
    title: 'every lead held at one value with a little noise',
    params: [
      { id: 'counts', min: 0, max: 4095, default: 2048 },
      { id: 'noiseLsb', min: 0, max: 3, default: 2 },
      { id: 'on', min: 0, max: 1, default: 1 },
    ],
  },
];

/** Reads one `--fault`. Throws a usage error that names what is accepted. */
export function parseFault(text: string, device: DeviceId): LinkFault {
  const [id, ...pairs] = text.split(',');
  const row = FAULTS.find((fault) => fault.id === id);
  if (!row) throw usage(`--fault ${text}: unknown fault "${id}". Known: ${FAULTS.map((fault) => fault.id).join(', ')}`);
  if (row.id === 'bad-checksum' && device === 'ecg12-ascii')
    throw usage(`--fault ${text}: lines of ecg12-ascii have no checksum. Use flip-bit or drop-byte`);
  const values = Object.fromEntries(row.params.map((param) => [param.id, param.default]));
  const given = new Set<string>();
  for (const pair of pairs) {
    const [key = '', value = ''] = pair.split('=');
    const param = row.params.find((known) => known.id === key);
    if (!param)
      throw usage(`--fault ${text}: ${row.id} has no "${key}". Known: ${row.params.map((known) => known.id).join(', ') || 'none'}`);
    if (given.has(key)) throw usage(`--fault ${text}: ${key} is there twice`);
    given.add(key);
    const number = Number(value);
    if (value === '' || !Number.isInteger(number) || number < param.min || number > param.max) {
      throw usage(`--fault ${text}: ${key} is a whole number from ${param.min} to ${param.max}, not "${value}"`);
    }
    values[key] = number;
  }
  const at = values['at'] ?? AT.default;
  switch (row.id) {
    case 'drop-frames':
    case 'repeat-frames':
      return { kind: row.id, frames: values['frames']! };
    case 'constant':
      return { kind: row.id, counts: values['counts']!, noiseLsb: values['noiseLsb']!, on: values['on'] === 1 };
    default:
      return { kind: row.id, at };
  }
}
