import { checksumByte, compileChecksum } from '../checksum.ts';
import type { FrameEncoder } from '../codec.ts';
import { electrodeMask, type SensedElectrode, TRANSMITTED_LEADS, type TransmittedLead } from '../leads.ts';
import type { DeviceProfile } from '../profile.ts';
import {
  CHECKSUM,
  CONNECTED,
  CONNECTED_LL,
  COUNTER,
  END,
  FRAME_BYTES,
  LENGTH,
  OPCODE,
  SAMPLE_HIGH,
  SAMPLE_LOW,
  START,
  WORDS,
} from './layout.ts';

const LEADS_PER_FRAME = TRANSMITTED_LEADS.length;

// Plain numbers: read through the layout's objects, a second encoder in a process makes V8 throw away the compiled loop again and again.
const START_AT = START.at;
const START_BYTE = START.value;
const COUNTER_AT = COUNTER.at;
const LENGTH_AT = LENGTH.at;
const LENGTH_BYTE = LENGTH.value;
const OPCODE_AT = OPCODE.at;
const OPCODE_BYTE = OPCODE.value;
const CHECKSUM_AT = CHECKSUM.at;
const WORDS_AT = WORDS.at;
const END_AT = END.at;
const END_BYTE = END.value;

/** The electrode that bit 5 of a word stands for. The limb words carry LA and RA; LL has bit 6 of word II. */
const ELECTRODE_OF: Readonly<Record<TransmittedLead, SensedElectrode>> = {
  I: 'LA',
  II: 'RA',
  V1: 'V1',
  V2: 'V2',
  V3: 'V3',
  V4: 'V4',
  V5: 'V5',
  V6: 'V6',
};
const CONNECTED_MASKS = TRANSMITTED_LEADS.map((lead) => electrodeMask([ELECTRODE_OF[lead]]));
const LL_MASK = electrodeMask(['LL']);
const WORD_II = TRANSMITTED_LEADS.indexOf('II');

/** Throws a RangeError for the checksum `ignore`, which only a receiver can have. `encode` throws one when `out` is too short. */
export function createBinaryEncoder(profile: DeviceProfile): FrameEncoder {
  if (profile.checksum === 'ignore') {
    throw new RangeError(
      `device profile "${profile.id}": checksum "ignore" is for receivers, a sender needs sum7, sum8, xor8, zero or { fixed }`,
    );
  }
  const rule = compileChecksum(profile.checksum);
  const highAt = profile.byteOrder === 'msb-first' ? 0 : 1;

  function encodeOne(samples: Uint16Array, first: number, connected: number, out: Uint8Array, at: number): void {
    let sum = 0;
    let xor = 0;
    for (let lead = 0; lead < LEADS_PER_FRAME; lead += 1) {
      const sample = samples[first + lead]!;
      let high = (sample >> 7) & SAMPLE_HIGH;
      if ((connected & CONNECTED_MASKS[lead]!) !== 0) high |= CONNECTED;
      if (lead === WORD_II && (connected & LL_MASK) !== 0) high |= CONNECTED_LL;
      const low = sample & SAMPLE_LOW;
      const word = at + WORDS_AT + 2 * lead;
      out[word + highAt] = high;
      out[word + 1 - highAt] = low;
      sum += high + low;
      xor ^= high ^ low;
    }
    out[at + CHECKSUM_AT] = checksumByte(rule, sum, xor);
  }

  return {
    frameBytesMax: FRAME_BYTES,
    encode({ samples, connected, count, counter }, out, at) {
      const end = at + count * FRAME_BYTES;
      if (end > out.length) throw new RangeError(`${count} frames end at byte ${end}, the buffer has ${out.length}`);
      for (let frame = 0; frame < count; frame += 1) {
        const start = at + frame * FRAME_BYTES;
        out[start + START_AT] = START_BYTE;
        out[start + COUNTER_AT] = (counter + frame) % profile.counterModulo;
        out[start + LENGTH_AT] = LENGTH_BYTE;
        out[start + OPCODE_AT] = OPCODE_BYTE;
        encodeOne(samples, frame * LEADS_PER_FRAME, connected[frame]!, out, start);
        out[start + END_AT] = END_BYTE;
      }
      return count * FRAME_BYTES;
    },
  };
}
