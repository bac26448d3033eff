import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { junit, RESULT_VERSION, readResult, runReport, type ScenarioRun, type SuiteResult, writeResult } from './index.ts';
import { stripSvg } from './strip/strip-svg.ts';

const dir = mkdtempSync(join(tmpdir(), 'heartloop-reports-'));
afterAll(() => rmSync(dir, { recursive: true }));

const strip = {
  title: 'lead <II> at the verdict',
  fromS: 10,
  sampleRate: 4,
  leads: [{ name: 'II', mv: [0, 1, null, -1] }],
  truth: [{ t: 10.25, class: 'N' }],
  detected: [{ t: 10.5, class: 'V' }],
  bands: [{ kind: 'window' as const, label: 'asystole within 10 s', fromS: 10, toS: 10.5 }],
};

const run: ScenarioRun = {
  id: 'ALM-ASYS-003',
  title: 'Asystole & "lead off"',
  file: 'suites/alarm/ALM-ASYS-003.yaml',
  requirements: ['SRS-ALM-012'],
  seed: 42,
  on: 'virtual',
  verdict: 'fail',
  findings: [
    {
      expectation: 'asystole within 10 s of arrest',
      kind: 'alarm',
      verdict: 'fail',
      limit: '<= 10 s',
      measured: '11.2 s',
      margin: -1.2,
      marginUnit: 's',
      window: [5, 15],
      atS: 16.2,
      because: 'asystole 1.2 s late <b>',
    },
    {
      expectation: 'no vt',
      kind: 'noAlarm',
      verdict: 'pass',
      limit: 'none',
      measured: 'none',
      margin: null,
      marginUnit: null,
      window: [0, 20],
      atS: 20,
      because: '',
    },
  ],
  strips: [strip],
  endS: 20,
  wallS: 0.1,
  fullHash: 'aa',
  functionalHash: 'bb',
  rerun: 'heartloop run ALM-ASYS-003 --seed 42 --on virtual --until 16.2s',
  error: null,
};
const result: SuiteResult = {
  version: RESULT_VERSION,
  tool: 'heartloop',
  startedAt: '2026-01-01T00:00:00Z',
  node: 'v24',
  runs: [run],
  wallS: 0.1,
};

it('draws 1 mV as 10 mm and 1 s as 25 mm, and lifts the pen where nothing was received', () => {
  const path = /class="trace" d="([^"]+)"/.exec(stripSvg(strip, 's'))?.[1];
  const points = [...(path ?? '').matchAll(/([ML])([\d.]+) ([\d.]+)/g)].map(([, pen, x, y]) => ({ pen, x: Number(x), y: Number(y) }));
  expect(points.map(({ pen }) => pen)).toEqual(['M', 'L', 'M']);
  expect(points[0]!.y - points[1]!.y).toBeCloseTo(10, 2);
  expect(points[2]!.x - points[0]!.x).toBeCloseTo(0.75 * 25, 2);
});

it('puts truth above the paper and detections below it', () => {
  const svg = stripSvg(strip, 's');
  expect(svg).toMatch(/class="truth" d="M18.25 /);
  expect(svg).toMatch(/class="detected" d="M24.5 /);
});

it('says in JUnit what failed, why and how to run it again', () => {
  const xml = junit(result);
  expect(xml).toContain('tests="2" failures="1" errors="0" skipped="0"');
  expect(xml).toContain('<failure message="asystole 1.2 s late &lt;b&gt;">');
  expect(xml).toContain('rerun: heartloop run ALM-ASYS-003 --seed 42 --on virtual --until 16.2s');
  expect(xml).toContain('<property name="requirement" value="SRS-ALM-012"/>');
});

it('escapes what a scenario says, on the page too', () => {
  const page = runReport(result);
  expect(page).toContain('Asystole &amp; &quot;lead off&quot;');
  expect(page).not.toContain('late <b>');
  expect(page).not.toMatch(/<(link|script)\b|url\(["']?http/);
});

it('reads what it wrote, and refuses what it cannot read with the remedy', () => {
  const file = join(dir, 'result.json');
  writeResult(file, result);
  expect(readResult(file)).toEqual(result);
  writeFileSync(file, JSON.stringify({ ...result, version: RESULT_VERSION + 1 }));
  expect(() => readResult(file)).toThrow(/is version 2, this heartloop reads up to 1. Use a newer heartloop/);
  writeFileSync(file, '{');
  expect(() => readResult(file)).toThrow(/cannot be read as a result .* heartloop run --out DIR/);
});
