import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createPrng } from '../../kernel/index.ts';
import type { TruthEvent } from '../truth.ts';
import { createPatient, RHYTHMS } from './index.ts';
import { observe, sameBits } from './testing.ts';

const rhythm = fc.constantFrom(...RHYTHMS.map((spec) => spec.id));
const seed = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const RUNS = { numRuns: 60 };

it('same seed, same samples and truth; another seed, others', () => {
  for (const { id } of RHYTHMS) {
    const [a, b] = [observe({ rhythm: id, seconds: 10 }), observe({ rhythm: id, seconds: 10 })];
    expect(sameBits(a.samples, b.samples)).toBe(true);
    expect(a.truth).toEqual(b.truth);
  }
  const [one, two] = [1, 2].map((seed) => observe({ rhythm: 'sinus', seconds: 10, seed }).samples);
  expect(sameBits(one!, two!)).toBe(false);
});

it('any cut into calls gives the same samples and truth, to the last bit', () => {
  const chunks = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 40 });
  const sampleRate = fc.constantFrom(250, 360, 499.975, 500, 1000);
  fc.assert(
    fc.property(rhythm, seed, chunks, sampleRate, (id, s, cut, rate) => {
      const whole = observe({ rhythm: id, seconds: 5, seed: s, sampleRate: rate });
      const pieces = observe({ rhythm: id, seconds: 5, seed: s, sampleRate: rate, chunks: cut });
      expect(sameBits(pieces.samples, whole.samples)).toBe(true);
      expect(pieces.truth).toEqual(whole.truth);
    }),
    RUNS,
  );
});

interface Change {
  readonly id: string;
  /** Frame of the change, and frames per call up to it. */
  readonly at: number;
  readonly cut: number;
}
const CHANGED_FRAMES = 3000;

function play(prngSeed: number, script: readonly Change[], cutToo: boolean): { samples: Float32Array; truth: TruthEvent[] } {
  const patient = createPatient({ prng: createPrng(prngSeed), sampleRate: 500, rhythm: 'sinus' });
  const truth: TruthEvent[] = [];
  patient.onTruth((event) => truth.push(event));
  const samples = new Float32Array(CHANGED_FRAMES * 8);
  let at = 0;
  const renderTo = (frame: number, cut: number): void => {
    while (at < frame) {
      const count = Math.min(cut, frame - at);
      patient.render(samples.subarray(at * 8), count);
      at += count;
    }
  };
  for (const change of script.toSorted((a, b) => a.at - b.at)) {
    renderTo(change.at, cutToo ? change.cut : CHANGED_FRAMES);
    patient.setRhythm(change.id);
  }
  renderTo(CHANGED_FRAMES, cutToo ? 7 : CHANGED_FRAMES);
  return { samples, truth };
}

it('changes at the same frames give the same signal however the calls are cut', () => {
  const change = fc.record({ id: rhythm, at: fc.integer({ min: 1, max: 2500 }), cut: fc.integer({ min: 1, max: 600 }) });
  fc.assert(
    fc.property(seed, fc.array(change, { maxLength: 5 }), (s, script) => {
      const [cut, whole] = [play(s, script, true), play(s, script, false)];
      expect(sameBits(cut.samples, whole.samples)).toBe(true);
      expect(cut.truth).toEqual(whole.truth);
    }),
    RUNS,
  );
});

it('truth is told in order of time, and as soon as the frame of its instant is drawn', () => {
  fc.assert(
    fc.property(rhythm, seed, (id, s) => {
      const patient = createPatient({ prng: createPrng(s), sampleRate: 500, rhythm: id });
      const told: { at: number; drawnUntil: number }[] = [];
      let frame = 0;
      patient.onTruth((event) => told.push({ at: event.at, drawnUntil: (frame - 1) * 2000 }));
      for (const out = new Float32Array(8); frame < 2500; ) {
        frame += 1;
        patient.render(out, 1);
      }
      for (const { at, drawnUntil } of told) expect(drawnUntil - at).toBeGreaterThanOrEqual(0);
      for (const { at, drawnUntil } of told) expect(drawnUntil - at).toBeLessThan(2000);
      expect(told.map(({ at }) => at)).toEqual(told.map(({ at }) => at).toSorted((a, b) => a - b));
    }),
    { numRuns: 20 },
  );
});

const before = (events: readonly TruthEvent[], us: number): readonly TruthEvent[] => events.filter((event) => event.at < us);

it('the sample rate changes the samples, not the patient', () => {
  for (const { id } of RHYTHMS) {
    const at500 = observe({ rhythm: id, seconds: 20 });
    const at1000 = observe({ rhythm: id, seconds: 20, sampleRate: 1000 });
    const drifting = observe({ rhythm: id, seconds: 20, sampleRate: 500.02 });
    expect(before(at1000.truth, 19.9e6)).toEqual(before(at500.truth, 19.9e6));
    expect(before(drifting.truth, 19.9e6)).toEqual(before(at500.truth, 19.9e6));
    const [coarse, fine] = [at500.lead(1), at1000.lead(1)];
    const worst = coarse.reduce((most, mv, i) => Math.max(most, Math.abs(mv - fine[2 * i]!)), 0);
    expect(worst).toBeLessThan(1e-4);
  }
});

it('a listener that is taken away hears nothing more', () => {
  const patient = createPatient({ prng: createPrng(1), sampleRate: 500, rhythm: 'sinus' });
  let heard = 0;
  const cancel = patient.onTruth(() => (heard += 1));
  patient.render(new Float32Array(8 * 500), 500);
  cancel();
  const until = heard;
  patient.render(new Float32Array(8 * 500), 500);
  expect(until).toBeGreaterThan(0);
  expect(heard).toBe(until);
});

it('refuses what no patient has, and says what it accepts', () => {
  const options = { prng: createPrng(1), sampleRate: 500, rhythm: 'sinus' };
  expect(() => createPatient({ ...options, rhythm: 'waltz' })).toThrow(/no rhythm "waltz"; known: sinus, sinus-arrhythmia, af-coarse/);
  expect(() => createPatient({ ...options, params: { rate: 301 } })).toThrow('sinus rate must be 10..300 bpm, got 301');
  expect(() => createPatient({ ...options, params: { rate: Number.NaN } })).toThrow('sinus rate must be 10..300 bpm, got NaN');
  expect(() => createPatient({ ...options, params: { tempo: 60 } })).toThrow(
    'sinus has no setting "tempo"; it has rate, hrv, pr, qrs, qtc, t',
  );
  expect(() => createPatient({ ...options, sampleRate: 0 })).toThrow('sample rate must be 10..100000 Hz, got 0');
  const patient = createPatient(options);
  expect(() => patient.setRhythm('vt-monomorphic', { rate: 30 })).toThrow('vt-monomorphic rate must be 100..300 bpm, got 30');
  expect(() => patient.setParams({ rate: 5 })).toThrow('sinus rate must be 10..300 bpm, got 5');
});
