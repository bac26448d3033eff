import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMemoryTrace, seconds } from '../../kernel/index.ts';
import { loadScenario, readPlan } from '../plan/load.ts';
import { runScenario } from './run-scenario.ts';
import { findScenarios } from './selection.ts';
import { runSuite } from './suite.ts';

describe('every scenario of the suites', () => {
  it.each(findScenarios().map((file) => [basename(file, '.yaml'), file] as const))(
    '%s passes on virtual, twice the same',
    async (_, file) => {
      const plan = loadScenario(file);
      const first = await runScenario(plan, { on: 'virtual' });
      expect(first.findings.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'marginal')).toEqual([]);
      expect(first.error).toBeNull();
      const second = await runScenario(plan, { on: 'virtual' });
      expect(second.fullHash).toBe(first.fullHash);
      expect(second.functionalHash).toBe(first.functionalHash);
      expect(second.findings).toEqual(first.findings);
    },
  );

  it('has the modeline that gives editors completion', () => {
    for (const file of findScenarios()) {
      expect(readFileSync(file, 'utf8').split('\n')[0], file).toBe('# yaml-language-server: $schema=../../schema/scenario.v1.json');
    }
  });
});

const ARREST = `
id: ARREST
title: A heart stops
requirements: [TEST]
seed: 5
device: { profile: ideal }
steps:
  - { at: 0 s, rhythm: { kind: sinus, rate: 75 bpm } }
  - { at: 8 s, as: arrest, rhythm: { kind: asystole } }
expect:
  - { alarm: asystole, after: arrest, within: WITHIN }
  - { noAlarm: any, during: [0 s, arrest] }
end: 20 s
`;
const arrest = (within: string) => readPlan(ARREST.replace('WITHIN', within), 'ARREST.yaml');

it('a limit nobody can keep fails, says by how much, and how to see it again', async () => {
  const run = await runScenario(arrest('1 s'), { on: 'virtual' });
  expect(run.verdict).toBe('fail');
  expect(run.findings.map(({ verdict }) => verdict)).toEqual(['fail', 'pass']);
  const [failed] = run.findings;
  expect(failed!.because).toMatch(
    /^(?:no asystole on within 1 s of 8 s|asystole on [\d.]+ s late: .*)\. rerun: heartloop run ARREST\.yaml --seed 5 --on virtual --until [\d.]+s$/,
  );
  expect(run.rerun).toBe(failed!.because.split('rerun: ')[1]);

  const [strip] = run.strips;
  expect(strip!.title).toMatch(/^fail: /);
  expect(strip!.leads.map(({ name }) => name)).toEqual(['II', 'V1']);
  const seen = strip!.leads[0]!.mv.filter((mv) => mv !== null);
  expect(Math.max(...seen) - Math.min(...seen)).toBeGreaterThan(0.3); // a beat before the arrest is in the picture
  expect(strip!.bands.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['window', 'rhythm']));
});

it('the rerun line shows the same failure again, at the same instant', async () => {
  const whole = await runScenario(arrest('1 s'), { on: 'virtual' });
  const untilS = Number(/--until ([\d.]+)s/.exec(whole.rerun)![1]);
  const again = await runScenario(arrest('1 s'), { on: 'virtual', until: seconds(untilS) });
  expect(again.endS).toBe(untilS);
  expect(again.findings[0]).toEqual(whole.findings[0]);
});

it('another seed is another run of the same promise', async () => {
  const one = await runScenario(arrest('10 s'), { on: 'virtual' });
  const other = await runScenario(arrest('10 s'), { on: 'virtual', seed: 6 });
  expect([one.verdict, other.verdict]).toEqual(['pass', 'pass']);
  expect(other.fullHash).not.toBe(one.fullHash);
});

it('the trace tells what everyone did, in order of time', async () => {
  const trace = createMemoryTrace();
  await runScenario(arrest('10 s'), { on: 'virtual', trace });
  const kinds = new Set(trace.events.map(({ src, kind }) => `${src} ${kind}`));
  for (const kind of ['patient beat', 'device signal', 'monitor hr', 'monitor alarm', 'runner step', 'runner finding'])
    expect(kinds).toContain(kind);
  const times = trace.events.map(({ at }) => at);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(trace.events.filter(({ kind }) => kind === 'signal')).toHaveLength(20);
});

it('a suite runs each seed of each scenario, and says what it left out', async () => {
  const suite = await runSuite({
    selection: ['S06', 'S08'],
    on: 'virtual',
    repeat: 2,
    until: seconds(3),
    startedAt: '2026-01-01T00:00:00Z',
    tool: 'test',
  });
  expect(suite.runs.map(({ id, seed }) => `${id} ${seed}`)).toEqual(['S06 1006', 'S06 1007', 'S08 1008', 'S08 1009']);
  const nothing = await runSuite({ selection: ['S08'], on: 'pty', startedAt: '2026-01-01T00:00:00Z', tool: 'test' });
  expect(nothing.runs).toEqual([]);
  expect(nothing.skipped).toEqual([{ id: 'S08', because: 'runs on virtual only, not on pty' }]);
});
