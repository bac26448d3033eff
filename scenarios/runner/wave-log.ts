import { LEAD_MASKS, TRANSMITTED_LEADS, type TransmittedLead } from '../../firmware-protocol/index.ts';
import type { WaveBlock } from '../../monitor/index.ts';

/** What the monitor drew, kept so that a verdict can be shown on paper. */
export interface WaveLog {
  add(block: WaveBlock): void;
  readonly sampleRate: number;
  /** Millivolts of every `step`-th sample from `from` (index of the stream) on; null where nothing was received or an electrode of the lead was off. */
  cut(lead: TransmittedLead, range: { from: number; count: number; step: number }): (number | null)[];
}

interface Kept {
  readonly first: number;
  readonly count: number;
  readonly data: Int16Array;
  readonly microvoltsPerLsb: number;
  readonly electrodesOff: number;
}

/** Twenty minutes at 500 Hz; older waves are forgotten, blocks at a time. */
const SAMPLES_MAX = 600_000;

export function createWaveLog(): WaveLog {
  const kept: Kept[] = [];
  let samples = 0;
  let sampleRate = 0;

  return {
    get sampleRate() {
      return sampleRate;
    },
    add({ firstSample, count, data, microvoltsPerLsb, electrodesOff, sampleRate: rate }) {
      sampleRate = rate;
      kept.push({ first: firstSample, count, data: data.slice(0, TRANSMITTED_LEADS.length * count), microvoltsPerLsb, electrodesOff });
      samples += count;
      while (samples > SAMPLES_MAX) samples -= kept.shift()!.count;
    },
    cut(lead, { from, count, step }) {
      const channel = TRANSMITTED_LEADS.indexOf(lead);
      const out = Array.from<unknown, number | null>({ length: count }, () => null);
      for (const { first, count: length, data, microvoltsPerLsb, electrodesOff } of kept) {
        if ((electrodesOff & LEAD_MASKS[lead]) !== 0) continue;
        if (first + length <= from || first >= from + count * step) continue;
        for (let i = Math.max(0, Math.ceil((first - from) / step)); i < count; i += 1) {
          const sample = from + i * step - first;
          if (sample >= length) break;
          out[i] = Number(((data[channel * length + sample]! * microvoltsPerLsb) / 1e3).toFixed(3));
        }
      }
      return out;
    },
  };
}
