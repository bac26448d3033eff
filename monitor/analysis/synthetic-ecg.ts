/** Beats at known times as sums of Gaussians, the same in every lead but for a gain: for tests and for measuring speed. */

export const EIGHT_LEADS = ['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const;
const GAINS = [0.5, 1, -0.6, 0.8, 1.1, 1.2, 1, 0.8];

export interface SyntheticBeat {
  /** Seconds of the R peak. */
  readonly at: number;
  /** mV, default 1. */
  readonly r?: number;
  /** mV of the T wave, default 0.3. */
  readonly t?: number;
  /** Standard deviation of the R wave in s, default 0.011: a QRS of about 80 ms. A wide one has 0.03. */
  readonly sigma?: number;
}

export interface SyntheticSignal {
  readonly sampleRate: number;
  readonly leads: number;
  readonly mv: Float32Array;
  readonly count: number;
}

/** Beats every 60/bpm s from 0.3 s on. */
export function steadyBeats({ bpm, untilS, t = 0.3, r = 1 }: { bpm: number; untilS: number; t?: number; r?: number }): SyntheticBeat[] {
  const beats: SyntheticBeat[] = [];
  for (let at = 0.3; at < untilS; at += 60 / bpm) beats.push({ at, r, t });
  return beats;
}

export function signalOf(
  beats: readonly SyntheticBeat[],
  options: { durationS: number; sampleRate?: number; leads?: number },
): SyntheticSignal {
  const { durationS, sampleRate = 500, leads = EIGHT_LEADS.length } = options;
  const count = Math.round(durationS * sampleRate);
  const one = new Float64Array(count);

  function add(at: number, mv: number, sigma: number): void {
    const last = Math.min(count - 1, Math.floor((at + 5 * sigma) * sampleRate));
    for (let i = Math.max(0, Math.ceil((at - 5 * sigma) * sampleRate)); i <= last; i += 1) {
      one[i]! += mv * Math.exp(-0.5 * ((i / sampleRate - at) / sigma) ** 2);
    }
  }

  beats.forEach(({ at, r = 1, t = 0.3, sigma = 0.011 }, i) => {
    const rr = Math.min(1, (beats[i + 1]?.at ?? at + 1) - at);
    add(at - 0.16 * rr, sigma > 0.02 ? 0 : 0.12, 0.022 * Math.sqrt(rr));
    add(at, r, sigma);
    add(at + 2.2 * sigma, -0.3 * r, sigma * 0.8);
    add(at + 0.28 * Math.sqrt(rr), sigma > 0.02 ? -t : t, 0.045 * Math.sqrt(rr));
  });
  const mv = new Float32Array(count * leads);
  for (let i = 0; i < count; i += 1)
    for (let lead = 0; lead < leads; lead += 1) mv[i * leads + lead] = one[i]! * GAINS[lead % GAINS.length]!;
  return { sampleRate, leads, mv, count };
}
