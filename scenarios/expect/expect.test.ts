import { expect, it } from 'vitest';
import { ms } from '../../kernel/index.ts';
import { alarm, beat, each, gap, hr, judgeByHand, leadOff } from './hand-made.ts';

const RERUN = 'rerun: heartloop run HAND-MADE.yaml --seed 1 --on virtual';
const asystole = 'alarm: asystole, after: arrest, within: 10 s';

it.each([
  [
    'in time',
    [alarm(9.12, 'asystole')],
    { verdict: 'pass', measured: '4.12 s', margin: 5.88, marginUnit: 's', limit: '<= 10 s', atS: 9.12 },
  ],
  ['at the last instant', [alarm(15, 'asystole')], { verdict: 'marginal', margin: 0 }],
  ['in the last tenth of the window', [alarm(14.5, 'asystole')], { verdict: 'marginal', margin: 0.5 }],
  [
    'late',
    [alarm(15.25, 'asystole')],
    {
      verdict: 'fail',
      measured: '10.25 s',
      margin: -0.25,
      because: `asystole on 0.25 s late: expected within 10 s of 5 s. ${RERUN} --until 15.3s`,
    },
  ],
  ['never', [], { verdict: 'fail', measured: null, because: `no asystole on within 10 s of 5 s. ${RERUN}` }],
  ['another alarm', [alarm(9, 'brady')], { verdict: 'fail' }],
  [
    'too early',
    [alarm(3, 'asystole')],
    { verdict: 'fail', atS: 5, because: `asystole was on since 3 s, before 5 s. ${RERUN} --until 5.1s` },
  ],
  ['early, off again, and in time', [alarm(3, 'asystole'), alarm(4, 'asystole', 'off'), alarm(9, 'asystole')], { verdict: 'pass' }],
])('alarm: %s', async (_, monitor, expected) => {
  expect(await judgeByHand(asystole, { monitor })).toMatchObject(expected);
});

it('alarm off: must have been on', async () => {
  const cleared = 'alarm: asystole, state: off, after: arrest, within: 5 s';
  expect(await judgeByHand(cleared, { monitor: [alarm(2, 'asystole'), alarm(6, 'asystole', 'off')] })).toMatchObject({ verdict: 'pass' });
  expect(await judgeByHand(cleared)).toMatchObject({ verdict: 'fail', because: expect.stringContaining('was never on') });
});

it('alarm: a priority and a marginal limit of its own', async () => {
  expect(await judgeByHand(`${asystole}, marginal: 3 s`, { monitor: [alarm(9, 'asystole')] })).toMatchObject({ verdict: 'marginal' });
  expect(await judgeByHand(`${asystole}, priority: low`, { monitor: [alarm(9, 'asystole')] })).toMatchObject({ verdict: 'fail' });
});

it('a late host makes a failure inconclusive, never a pass', async () => {
  expect(await judgeByHand(asystole, { hostLate: ms(300) })).toMatchObject({ verdict: 'inconclusive' });
  expect(await judgeByHand(asystole, { hostLate: ms(200) })).toMatchObject({ verdict: 'fail' });
  expect(await judgeByHand(asystole, { hostLate: ms(300), monitor: [alarm(9, 'asystole')] })).toMatchObject({ verdict: 'pass' });
});

it('a run cut short leaves out what was not decided and clips what holds', async () => {
  expect(await judgeByHand(asystole, { untilS: 8 })).toBeUndefined();
  expect(await judgeByHand('noAlarm: any', { untilS: 8, monitor: [alarm(9, 'brady')] })).toMatchObject({ verdict: 'pass', window: [0, 8] });
});

it('noAlarm: inside its stretch only, and what already stands counts', async () => {
  const silence = 'noAlarm: [vt, vf], during: [5 s, 10 s]';
  expect(
    await judgeByHand(silence, { monitor: [alarm(4, 'vt'), alarm(4.5, 'vt', 'off'), alarm(6, 'brady'), alarm(11, 'vf')] }),
  ).toMatchObject({ verdict: 'pass' });
  expect(await judgeByHand(silence, { monitor: [alarm(7, 'vf')] })).toMatchObject({ verdict: 'fail', atS: 7 });
  expect(await judgeByHand(silence, { monitor: [alarm(4, 'vt')] })).toMatchObject({ verdict: 'fail', atS: 5 });
  expect(await judgeByHand('noAlarm: technical', { monitor: [alarm(7, 'vf')] })).toMatchObject({ verdict: 'pass' });
});

const beatsAtS = each(0.4, 20, 0.8); // 75 bpm
const rate = 'heartRate: truth, tolerance: 1 bpm, during: [5 s, 18 s]';

it.each([
  ['follows', [hr(3, 75)], { verdict: 'pass', measured: '75 bpm', margin: 1, marginUnit: 'bpm' }],
  ['nearly off', [hr(3, 75.95)], { verdict: 'marginal' }],
  [
    'off',
    [hr(3, 75), hr(9.5, 77)],
    {
      verdict: 'fail',
      atS: 9.5,
      margin: -1,
      because: expect.stringMatching(/^77 bpm shown at 9.5 s, the heart has 75 bpm. rerun: .* --until 9.6s$/),
    },
  ],
  ['blank', [hr(3, 75), hr(9.5, null)], { verdict: 'fail', because: expect.stringContaining('no heart rate shown at 9.5 s') }],
  ['wrong outside the stretch only', [hr(1, 20), hr(4.9, 75), hr(18.5, 20)], { verdict: 'pass' }],
])('heart rate: %s', async (_, monitor, expected) => {
  expect(await judgeByHand(rate, { monitor, beatsAtS })).toMatchObject(expected);
});

it('heart rate: a number that stays while the heart changes is seen', async () => {
  const slowing = [...each(0.4, 8, 0.8), ...each(9.5, 20, 1.5)];
  expect(
    await judgeByHand('heartRate: truth, tolerance: 10 %, during: [5 s, end]', { monitor: [hr(3, 75)], beatsAtS: slowing }),
  ).toMatchObject({ verdict: 'fail' });
});

it('heart rate: a number, a greater of two tolerances, or none at all', async () => {
  const loose = 'heartRate: 100 bpm, tolerance: { greaterOf: [5 bpm, 10 %] }, during: [5 s, 10 s]';
  expect(await judgeByHand(loose, { monitor: [hr(3, 108)] })).toMatchObject({ verdict: 'pass', margin: 2 });
  const none = 'heartRate: none, during: [5 s, 10 s]';
  expect(await judgeByHand(none, { monitor: [hr(3, null)] })).toMatchObject({ verdict: 'pass' });
  expect(await judgeByHand(none, { monitor: [hr(7, 60)] })).toMatchObject({ verdict: 'fail', atS: 7 });
});

const beats = 'beats: truth, matchWindow: 150 ms';

it('beats: all found', async () => {
  expect(await judgeByHand(beats, { beatsAtS, monitor: beatsAtS.map((t) => beat(t + 0.05)) })).toMatchObject({
    verdict: 'pass',
    measured: 'Se 1.0000, PPV 1.0000',
  });
});

it('beats: one missed, one double, one withdrawn', async () => {
  const without = beatsAtS.filter((t) => t !== 10).map((t) => beat(t));
  expect(await judgeByHand(beats, { beatsAtS, monitor: without })).toMatchObject({
    verdict: 'fail',
    because: expect.stringContaining('first beat missed at 10 s'),
  });
  const all = beatsAtS.map((t) => beat(t));
  expect(await judgeByHand(beats, { beatsAtS, monitor: [...all, beat(10.1)] })).toMatchObject({
    verdict: 'fail',
    because: expect.stringContaining('first false beat at 10.1 s'),
  });
  const taken = [beat(10.1, 'provisional'), [10.6, { ...beat(10.1)[1], state: 'withdrawn' }]] as never[];
  expect(await judgeByHand(beats, { beatsAtS, monitor: [...all, ...taken] })).toMatchObject({ verdict: 'pass' });
});

it('link gaps: exact, in time, and none invented', async () => {
  const steps = '- { at: 8 s, fault: { kind: drop-frames, frames: 7 } }\n  - { at: 12 s, fault: { kind: flip-bit } }';
  const judged = (...monitor: ReturnType<typeof gap>[]) => judgeByHand('linkGaps: reported', { steps, monitor });
  expect(await judged(gap(8.05, 7), gap(12.02, 1))).toMatchObject({ verdict: 'pass', measured: '2 gaps, 8 frames' });
  expect(await judged(gap(8.05, 7))).toMatchObject({ verdict: 'pass' }); // a flipped bit may cost nothing
  expect(await judged(gap(8.05, 6))).toMatchObject({
    verdict: 'fail',
    because: expect.stringContaining('drop-frames 7 at 8 s was reported as a gap of 6 frames'),
  });
  expect(await judged(gap(9.5, 7))).toMatchObject({ verdict: 'fail', because: expect.stringContaining('not reported within 1 s') });
  expect(await judged(gap(8.05, 7), gap(15, 2))).toMatchObject({
    verdict: 'fail',
    because: expect.stringContaining('nothing was lost there'),
  });
});

it('lead state and vitals: reactions to an instant', async () => {
  const off = 'leadState: off, electrode: V1, after: arrest, within: 2 s';
  expect(await judgeByHand(off, { monitor: [leadOff(6, 'V1')] })).toMatchObject({ verdict: 'pass', measured: '1 s' });
  expect(await judgeByHand(off, { monitor: [leadOff(6, 'V2')] })).toMatchObject({ verdict: 'fail' });
  const blank = 'vitals: blank, after: arrest, within: 2 s';
  expect(await judgeByHand(blank, { monitor: [hr(2, 75), hr(6.5, null)] })).toMatchObject({ verdict: 'pass', measured: '1.5 s' });
  expect(await judgeByHand(blank, { monitor: [hr(2, 75)] })).toMatchObject({ verdict: 'fail' });
});

it('frames: equal to what was sent, or bounded', async () => {
  const counts = { sent: 100, decoded: 98, lost: 2 };
  expect(await judgeByHand('frames: decoded, equals: sent', { counts })).toMatchObject({ verdict: 'fail', measured: '98' });
  expect(await judgeByHand('frames: lost, atMost: 2', { counts })).toMatchObject({ verdict: 'pass', margin: 0 });
});

it('always: a silent line shows no rate after two seconds', async () => {
  const steps = '- { at: 5 s, unplug: { for: 6 s } }';
  const judged = (...monitor: ReturnType<typeof hr>[]) => judgeByHand('always: no-hr-without-signal', { steps, monitor });
  expect(await judged(hr(2, 75), hr(6.5, null), hr(12, 75))).toMatchObject({ verdict: 'pass' });
  expect(await judged(hr(2, 75), hr(8, null))).toMatchObject({ verdict: 'fail', atS: 7.000001 });
  expect(await judged(hr(2, 75), hr(6.5, null), hr(9, 75))).toMatchObject({ verdict: 'fail', atS: 9 });
});

it('always: every lost frame is reported, and time goes forward', async () => {
  const reported = 'always: every-link-gap-is-reported';
  const counts = { sent: 10_000, decoded: 9_993, lost: 7 };
  expect(await judgeByHand(reported, { counts, monitor: [gap(8, 7)] })).toMatchObject({ verdict: 'pass' });
  expect(await judgeByHand(reported, { counts, monitor: [gap(8, 5)] })).toMatchObject({ verdict: 'fail' });
  const forward = 'always: time-goes-forward';
  expect(await judgeByHand(forward, { monitor: [hr(2, 75), hr(3, 75)] })).toMatchObject({ verdict: 'pass' });
  expect(await judgeByHand(forward, { monitor: [hr(3, 75), [4, hr(2, 75)[1]]] })).toMatchObject({ verdict: 'fail', atS: 4 });
  expect(await judgeByHand(forward, { monitor: [[4, hr(5, 75)[1]]] })).toMatchObject({
    verdict: 'fail',
    because: expect.stringContaining('early'),
  });
});
