import { expect, it } from 'vitest';
import { us } from '../../kernel/index.ts';
import type { DecoderEvent } from '../codec.ts';
import { createDecoder, createEncoder } from '../decoder.ts';
import { deriveAVF, deriveAVL, deriveAVR, deriveIII, electrodeMask, type SensedElectrode, TRANSMITTED_LEADS } from '../leads.ts';
import { type ProfileOverrides, resolveProfile } from '../profiles.ts';
import a from './a.json' with { type: 'json' };
import b from './b.json' with { type: 'json' };
import c from './c.json' with { type: 'json' };
import p from './p.json' with { type: 'json' };

const vectors = [a, b, c, p];
const bytesOf = (hex: string): Uint8Array => Uint8Array.from(hex.split(' '), (byte) => Number.parseInt(byte, 16));
const inFrameOrder = (samples: Record<string, number>): number[] => TRANSMITTED_LEADS.map((lead) => samples[lead]!);

function decode(hex: string, overrides: ProfileOverrides) {
  const frames: { samples: number[]; connected: number | undefined }[] = [];
  const events: DecoderEvent[] = [];
  const decoder = createDecoder(resolveProfile('field', overrides), {
    block: ({ count, samples, connected }) => {
      for (let i = 0; i < count; i += 1) frames.push({ samples: [...samples.subarray(8 * i, 8 * i + 8)], connected: connected[i] });
    },
    event: (event) => events.push(event),
  });
  decoder.push(bytesOf(hex), us(0));
  return { frames, events };
}

for (const { name, bytes, counter, nextCounter, readings, refused } of vectors) {
  for (const { overrides, samples, connected, derived } of readings) {
    const profile = overrides as ProfileOverrides;
    const mask = electrodeMask(connected as SensedElectrode[]);

    it(`golden ${name} decodes as written ${JSON.stringify(overrides)}`, () => {
      expect(decode(bytes, profile).frames).toEqual([{ samples: inFrameOrder(samples), connected: mask }]);
      const { I, II } = samples;
      expect({ III: deriveIII(I, II), aVR: deriveAVR(I, II), aVL: deriveAVL(I, II), aVF: deriveAVF(I, II) }).toEqual(derived);
    });

    if (profile.checksum === 'ignore') continue; // read only: no sender can have it
    it(`golden ${name} encodes to the same bytes ${JSON.stringify(overrides)}`, () => {
      const out = new Uint8Array(22);
      const frame = { samples: Uint16Array.from(inFrameOrder(samples)), connected: Uint16Array.of(mask), count: 1, counter };
      expect(createEncoder(resolveProfile('field', profile)).encode(frame, out, 0)).toBe(22);
      expect(out).toEqual(bytesOf(bytes));
    });

    it(`after golden ${name} comes counter ${nextCounter}`, () => {
      const out = new Uint8Array(44);
      const frames = { samples: new Uint16Array(16), connected: new Uint16Array(2), count: 2, counter };
      createEncoder(resolveProfile('field', profile)).encode(frames, out, 0);
      expect(out[22 + 1]).toBe(nextCounter);
    });
  }

  for (const { overrides, because } of refused) {
    it(`golden ${name} is refused under ${JSON.stringify(overrides)}`, () => {
      const { frames, events } = decode(bytes, overrides as ProfileOverrides);
      expect(frames).toEqual([]);
      expect(events).toMatchObject([{ kind: 'refused', because }]);
    });
  }
}
