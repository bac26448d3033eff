/** No VF alarm yet, and the number may come back for moments: but most of the time there is none, while a fast tachycardia keeps its own. */
import { expect, it } from 'vitest';
import { readPlan, runScenario } from '../index.ts';

const STEADY_FROM_S = 24;
const END_S = 44;

const textOf = (rhythm: string): string => `id: RHY-TMP-001
title: A rhythm after sinus
requirements: [SRS-HR-ACCURACY]
seed: 1
runOn: [virtual]
device: { profile: field, startUpZeros: 0 }
steps:
  - { at: 0 s, rhythm: { kind: sinus, rate: 75 bpm } }
  - { at: 12 s, rhythm: { kind: ${rhythm} } }
expect:
  - { noAlarm: asystole }
end: ${END_S} s
`;

/** Share of the time from `STEADY_FROM_S` on without a heart rate shown. */
async function blankShare(rhythm: string, seed: number): Promise<number> {
  const changes: { t: number; isBlank: boolean }[] = [{ t: 0, isBlank: true }];
  await runScenario(readPlan(textOf(rhythm), 'RHY-TMP-001.yaml'), {
    on: 'virtual',
    seed,
    trace: {
      emit({ at, src, kind, data }) {
        if (src === 'monitor' && kind === 'hr') changes.push({ t: at / 1e6, isBlank: (data as { bpm: number | null }).bpm === null });
      },
    },
  });
  const spans = changes.map(({ t, isBlank }, i) => {
    const span = (changes[i + 1]?.t ?? END_S) - Math.max(t, STEADY_FROM_S);
    return isBlank ? Math.max(0, span) : 0;
  });
  return spans.reduce((sum, span) => sum + span, 0) / (END_S - STEADY_FROM_S);
}

it.each([1, 2, 3])('coarse fibrillation has hardly ever a heart rate, seed %i', async (seed) => {
  expect(await blankShare('vf-coarse', seed)).toBeGreaterThan(0.7);
});

it.each(['vt-monomorphic, rate: 250 bpm', 'sinus, rate: 280 bpm', 'af-coarse, rate: 170 bpm', 'bigeminy, rate: 100 bpm'])(
  '%s always has one',
  async (rhythm) => {
    expect(await blankShare(rhythm, 1)).toBe(0);
  },
);
