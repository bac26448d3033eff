import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RHYTHMS } from '../index.ts';
import { deviation, mean, observe, peakToPeak, steps } from '../testing.ts';

const II = 1;
const V1 = 2;
const V6 = 7;
const classesOf = (rhythm: string): string[] =>
  observe({ rhythm, seconds: 60 })
    .told('beat')
    .map((beat) => beat.class);
const ms = (us: number): number => us / 1e3;
/** At 1000 frames a second. */
const frame = (us: number): number => Math.round(us / 1e3);

/** QT and PR, ms, after half a minute at a steady rate. */
function settledAt(rate: number): { qt: number; pr: number } {
  const { fiducials: f } = observe({ rhythm: 'sinus', params: { rate, hrv: 0 }, seconds: 30 })
    .told('beat')
    .at(-1)!;
  return { qt: ms(f.tOff! - f.qrsOn), pr: ms(f.qrsOn - f.pOn!) };
}

describe('sinus', () => {
  it('10..300 bpm: without variability every interval is the set one, waves stand in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 300 }), (rate) => {
        const beats = observe({ rhythm: 'sinus', params: { rate, hrv: 0 }, seconds: 20 }).told('beat');
        expect(beats.length).toBeGreaterThan((19 * rate) / 60 - 1);
        expect(new Set(steps(beats.map((beat) => beat.at)))).toEqual(new Set([Math.round(60e6 / rate)]));
        for (const { class: beatClass, at, fiducials: f } of beats) {
          expect(beatClass).toBe('N');
          expect(f.rPeak).toBe(at);
          const order = [f.pOn!, f.pPeak!, f.pOff!, f.qrsOn, f.rPeak, f.qrsOff, f.tPeak!, f.tOff!];
          expect(order).toEqual(order.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('PR, QRS and QT are as set at 60 bpm', () => {
    for (const set of [
      { pr: 163, qrs: 79, qtc: 370 },
      { pr: 240, qrs: 110, qtc: 480 },
      { pr: 120, qrs: 70, qtc: 320 },
    ]) {
      const { fiducials: f } = observe({ rhythm: 'sinus', params: { rate: 60, hrv: 0, ...set }, seconds: 30 })
        .told('beat')
        .at(-1)!;
      expect(ms(f.qrsOn - f.pOn!)).toBeCloseTo(set.pr, 1);
      expect(ms(f.qrsOff - f.qrsOn)).toBeCloseTo(set.qrs, 1);
      expect(ms(f.tOff! - f.qrsOn)).toBeCloseTo(set.qtc, 1);
    }
  });

  it('at a steady rate QT is that of Fridericia and PR shortens with rate', () => {
    expect(settledAt(120).qt).toBeCloseTo(370 * Math.cbrt(0.5), 0);
    expect(settledAt(240).qt).toBeCloseTo(370 * Math.cbrt(0.25), 0);
    expect(settledAt(60).pr).toBeCloseTo(163, 1);
    expect(settledAt(150).pr).toBeCloseTo(163 - 0.358 * 120, 1);
    expect(settledAt(300).pr).toBeGreaterThanOrEqual(100);
  });

  it('the drawn waves are where the truth says: R and P peak in II, T ends where its steepest tangent does', () => {
    const observed = observe({ rhythm: 'sinus', params: { rate: 60, hrv: 0 }, seconds: 4, sampleRate: 1000 });
    const ii = observed.lead(II);
    const f = observed.told('beat')[2]!.fiducials;
    const highest = (from: number, to: number): number => {
      let best = frame(from);
      for (let i = best; i < frame(to); i += 1) if (ii[i]! > ii[best]!) best = i;
      return best;
    };
    expect(Math.abs(highest(f.qrsOn, f.qrsOff) - frame(f.rPeak))).toBeLessThanOrEqual(1);
    expect(Math.abs(highest(f.pOn!, f.pOff!) - frame(f.pPeak!))).toBeLessThanOrEqual(2);
    expect(Math.abs(highest(f.qrsOff, f.tOff!) - frame(f.tPeak!))).toBeLessThanOrEqual(1);
    let steep = frame(f.tPeak!);
    for (let i = steep; i < frame(f.tOff!); i += 1) if (ii[i + 1]! - ii[i - 1]! < ii[steep + 1]! - ii[steep - 1]!) steep = i;
    const tangentEnd = steep - ii[steep]! / ((ii[steep + 1]! - ii[steep - 1]!) / 2);
    expect(Math.abs(tangentEnd - ms(f.tOff!))).toBeLessThan(3);
    expect(ii[frame(f.rPeak)]).toBeCloseTo(1.13, 1);
    expect(observed.lead(V1)[frame(f.rPeak)]).toBeLessThan(-0.9);
  });

  it('SDNN is as set up to 100 bpm, and the mean rate stays', () => {
    const rr = steps(
      observe({ rhythm: 'sinus', params: { rate: 60, hrv: 40 }, seconds: 1200 })
        .told('beat')
        .map((beat) => ms(beat.at)),
    );
    expect(deviation(rr)).toBeGreaterThan(34);
    expect(deviation(rr)).toBeLessThan(46);
    expect(mean(rr)).toBeCloseTo(1000, -1);
  });
});

it('sinus arrhythmia: the mean rate is exact while RR swings by a fifth with the breath', () => {
  const rr = steps(
    observe({ rhythm: 'sinus-arrhythmia', params: { rate: 80 }, seconds: 300 })
      .told('beat')
      .map((beat) => ms(beat.at)),
  );
  expect(60e3 / mean(rr)).toBeCloseTo(80, 0);
  expect(Math.max(...rr) / 750).toBeGreaterThan(1.15);
  expect(Math.min(...rr) / 750).toBeLessThan(0.87);
});

it('atrial fibrillation: no P, RR of variation 0.15..0.30 at the set rate', () => {
  for (const rate of [60, 90, 140]) {
    const observed = observe({ rhythm: 'af-coarse', params: { rate }, seconds: 300 });
    const beats = observed.told('beat');
    const rr = steps(beats.map((beat) => ms(beat.at)));
    expect(observed.told('atrial')).toEqual([]);
    expect(beats.every((beat) => beat.class === 'N' && beat.fiducials.pOn === undefined)).toBe(true);
    expect(deviation(rr) / mean(rr)).toBeGreaterThan(0.15);
    expect(deviation(rr) / mean(rr)).toBeLessThan(0.3);
    expect(Math.abs(60e3 / mean(rr) / rate - 1)).toBeLessThan(0.05);
  }
});

it('flutter 2:1: two turns a beat, locked to QRS', () => {
  const observed = observe({ rhythm: 'flutter-2-1', seconds: 30 });
  const beats = observed.told('beat').map((beat) => beat.at);
  const turns = observed.told('atrial');
  expect(new Set(steps(beats))).toEqual(new Set([400e3]));
  expect(new Set(steps(turns.map((turn) => turn.at)))).toEqual(new Set([200e3]));
  const lags = beats.slice(1).map((r) => r - turns.findLast((turn) => turn.conducted && turn.at < r)!.at);
  expect(new Set(lags)).toEqual(new Set([160e3]));
});

it('single PVC: early, wide, no P, and the pause makes two sinus cycles', () => {
  const beats = observe({ rhythm: 'pvc', params: { rate: 75, hrv: 0, every: 3 }, seconds: 60 }).told('beat');
  const ectopics = beats.flatMap((beat, i) => (beat.class === 'V' && i + 1 < beats.length ? [i] : []));
  expect(ectopics.length).toBeGreaterThan(15);
  for (const i of ectopics) {
    expect(beats[i]!.at - beats[i - 1]!.at).toBe(520e3);
    expect(beats[i + 1]!.at - beats[i - 1]!.at).toBe(1600e3);
    expect(beats[i]!.fiducials.pOn).toBeUndefined();
    expect(ms(beats[i]!.fiducials.qrsOff - beats[i]!.fiducials.qrsOn)).toBeCloseTo(150, 1);
  }
  expect(steps(ectopics).every((gap) => gap === 4)).toBe(true);
});

it('bigeminy alternates, couplets come in pairs', () => {
  expect(classesOf('bigeminy').join('')).toMatch(/^(NV)+N?$/);
  expect(classesOf('couplet').join('')).toMatch(/^(N{6}VV)+N*V?$/);
});

it('ventricular tachycardia: every beat V at the set rate, atria on their own', () => {
  for (const rate of [100, 180, 300]) {
    const observed = observe({ rhythm: 'vt-monomorphic', params: { rate }, seconds: 30 });
    expect(new Set(steps(observed.told('beat').map((beat) => beat.at)))).toEqual(new Set([Math.round(60e6 / rate)]));
    expect(observed.told('beat').every((beat) => beat.class === 'V')).toBe(true);
    expect(new Set(steps(observed.told('atrial').map((p) => p.at)))).toEqual(new Set([Math.round(60e6 / 70)]));
    expect(observed.told('atrial').some((p) => p.conducted)).toBe(false);
  }
});

it('fibrillation of the ventricles: no beats, about a millivolt, four to seven waves a second', () => {
  const observed = observe({ rhythm: 'vf-coarse', seconds: 60 });
  expect(observed.truth).toEqual([{ kind: 'rhythm', at: 0, id: 'vf-coarse' }]);
  const ii = observed.lead(II);
  const sizes = Array.from({ length: 59 }, (_, s) => peakToPeak(ii.subarray((s + 1) * 500, (s + 2) * 500)));
  expect(mean(sizes)).toBeGreaterThan(0.8);
  expect(mean(sizes)).toBeLessThan(1.25);
  expect(Math.min(...sizes)).toBeGreaterThan(0.2);
  let waves = 0;
  for (let i = 1; i < ii.length; i += 1) if (ii[i - 1]! < 0 && ii[i]! >= 0) waves += 1;
  expect(waves / 60).toBeGreaterThan(4);
  expect(waves / 60).toBeLessThan(7);
});

it('asystole: no lead of twelve moves more than 0.08 mV', () => {
  const observed = observe({ rhythm: 'asystole', seconds: 120 });
  expect(observed.told('beat')).toEqual([]);
  for (let lead = 0; lead < 8; lead += 1) expect(peakToPeak(observed.lead(lead))).toBeLessThan(0.04); // III = II - I moves at most twice that
});

it('Wenckebach: P waves are even, PR grows over three beats, the fourth P is dropped, the mean rate is as set', () => {
  const observed = observe({ rhythm: 'av-block-2-wenckebach', params: { rate: 60 }, seconds: 60 });
  const beats = observed.told('beat');
  const prs = beats.map(({ fiducials: f }) => Math.round(ms(f.qrsOn - f.pOn!)));
  prs.forEach((pr, i) => expect(pr).toBe([180, 260, 320][i % 3]));
  expect(new Set(steps(observed.told('atrial').map((p) => p.at)))).toEqual(new Set([750e3]));
  observed.told('atrial').forEach((p, i) => expect(p.conducted).toBe(i % 4 !== 3));
  expect(beats[3]!.at - beats[0]!.at).toBe(3000e3);
});

it('third degree: atria and ventricles each regular, PR without any pattern, escape beats wide', () => {
  const observed = observe({ rhythm: 'av-block-3', params: { rate: 35, atrial: 80 }, seconds: 120 });
  const beats = observed.told('beat');
  const atria = observed.told('atrial');
  expect(new Set(steps(beats.map((beat) => beat.at)))).toEqual(new Set([Math.round(60e6 / 35)]));
  expect(new Set(steps(atria.map((p) => p.at)))).toEqual(new Set([750e3]));
  const lags = beats.slice(1).map((beat) => ms(beat.at - atria.findLast((p) => p.at < beat.at)!.at));
  expect(Math.max(...lags) - Math.min(...lags)).toBeGreaterThan(500);
  expect(beats.every((beat) => beat.class === 'V' && beat.fiducials.pOn === undefined)).toBe(true);
});

it('bundle-branch blocks are conducted and wide: R prime in V1, or a broad R in V6 and none in V1', () => {
  for (const [rhythm, widthMs] of [
    ['rbbb', 140],
    ['lbbb', 150],
  ] as const) {
    const observed = observe({ rhythm, params: { hrv: 0 }, seconds: 10 });
    const beats = observed.told('beat');
    expect(beats.every((beat) => beat.class === 'N' && beat.fiducials.pOn !== undefined)).toBe(true);
    const { qrsOn, qrsOff } = beats[2]!.fiducials;
    expect(ms(qrsOff - qrsOn)).toBeCloseTo(widthMs, 1);
    const within = (lead: number): Float32Array => observed.lead(lead).subarray(Math.round(qrsOn / 2e3), Math.round(qrsOff / 2e3));
    const late = (lead: number): number => within(lead)[Math.round(0.7 * within(lead).length)]!;
    if (rhythm === 'rbbb') expect([late(V1) > 0.4, late(V6) < -0.2]).toEqual([true, true]);
    else expect([Math.max(...within(V1)) < 0.05, late(V6) > 0.3]).toEqual([true, true]);
  }
});

it('ventricular pacing: a pulse 6 ms before every wide beat', () => {
  const observed = observe({ rhythm: 'paced-ventricular', params: { rate: 70 }, seconds: 30 });
  const beats = observed.told('beat');
  const pulses = observed.told('pacer');
  expect(beats.every((beat) => beat.class === 'paced')).toBe(true);
  beats.forEach((beat, i) => expect(beat.fiducials.qrsOn - pulses[i]!.at).toBe(6000));
  expect(pulses[0]).toMatchObject({ chamber: 'ventricular', mv: 4, widthMs: 0.5 });
});

it('beats have the class of their rhythm', () => {
  for (const rhythm of ['sinus', 'sinus-arrhythmia', 'af-coarse', 'flutter-2-1', 'av-block-2-wenckebach', 'rbbb', 'lbbb']) {
    expect(new Set(classesOf(rhythm))).toEqual(new Set(['N']));
  }
  for (const rhythm of ['pvc', 'bigeminy', 'couplet']) expect(new Set(classesOf(rhythm))).toEqual(new Set(['N', 'V']));
});

it('every rhythm with a rate keeps it over all its beats, at both ends of its range', () => {
  for (const { id, params } of RHYTHMS) {
    const rate = params.find((param) => param.id === 'rate');
    for (const bpm of rate ? [rate.min, rate.default, rate.max] : []) {
      const observed = observe({ rhythm: id, params: { rate: bpm }, seconds: 240, sampleRate: 50 });
      const rr = steps(observed.told('beat').map((beat) => ms(beat.at)));
      expect(Math.abs(60e3 / mean(rr) / bpm - 1)).toBeLessThan(id === 'af-coarse' ? 0.08 : 0.03);
      expect(observed.samples.every((mv) => Math.abs(mv) < 4)).toBe(true);
      expect(observed.told('rhythm')).toEqual([{ kind: 'rhythm', at: 0, id, rate: bpm }]);
    }
  }
});
