import { createEncoder, resolveProfile, TRANSMITTED_LEADS } from '../firmware-protocol/index.ts';
import { createPrng, us } from '../kernel/index.ts';
import { createBody } from './body/index.ts';
import type { NoiseId } from './contract.ts';
import { createAdc } from './device/adc.ts';
import { createPatient } from './patient/index.ts';

export interface BenchFigures {
  /** Seconds of signal per second of one thread. */
  readonly xRealTime: number;
  readonly nsPerFrame: number;
}

/** As a tick of 128 ms would. */
const BLOCK = 64;
const SIGNAL_S = 600;
/** The best of so many: the others had company on the machine. */
const ROUNDS = 5;
const ALL_NOISE: readonly (readonly [NoiseId, number])[] = [
  ['wander', 0.3],
  ['mains', 0.1],
  ['emg', 30],
];

/**
 * Patient to body to converter to encoder, without a link, on this thread: ten minutes of sinus rhythm in the profile `field`.
 * `nowMs` is a monotonic timer, for instance `performance.now`.
 */
export function benchPatientToFrames(nowMs: () => number, { noise = 'none' }: { readonly noise?: 'none' | 'all' } = {}): BenchFigures {
  const profile = resolveProfile('field');
  const { sampleRate } = profile;
  const blocks = Math.ceil((SIGNAL_S * sampleRate) / BLOCK);
  const leads = new Float32Array(BLOCK * TRANSMITTED_LEADS.length);
  const samples = new Uint16Array(leads.length);
  const connected = new Uint16Array(BLOCK);
  const prng = createPrng(1);
  const patient = createPatient({ prng: prng.fork('patient'), sampleRate, rhythm: 'sinus' });
  const body = createBody({ prng: prng.fork('body'), sampleRate });
  if (noise === 'all') for (const [id, level] of ALL_NOISE) body.setNoise(id, level);
  const adc = createAdc({ profile, prng: prng.fork('adc') });
  const encoder = createEncoder(profile);
  const out = new Uint8Array(BLOCK * encoder.frameBytesMax);
  let produced = 0;

  function round(): number {
    const begin = nowMs();
    for (let block = 0; block < blocks; block += 1, produced += BLOCK) {
      patient.render(leads, BLOCK);
      body.process(leads, connected, BLOCK, us((produced * 1e6) / sampleRate));
      adc.convert(leads, connected, samples, BLOCK);
      encoder.encode({ samples, connected, count: BLOCK, counter: produced }, out, 0);
    }
    return nowMs() - begin;
  }

  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < ROUNDS; i += 1) best = Math.min(best, round());
  const frames = blocks * BLOCK;
  return { xRealTime: (frames / sampleRate / best) * 1e3, nsPerFrame: (best * 1e6) / frames };
}
