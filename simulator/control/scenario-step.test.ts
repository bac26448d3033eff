import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ms } from '../../kernel/index.ts';
import { lintScenario } from '../../scenarios/index.ts';
import type { SimulatorCommand } from '../contract.ts';
import { RHYTHMS } from '../patient/index.ts';
import { createConsoleBench, EVERY_COMMAND } from './console-bench.ts';
import { scenarioStep } from './scenario-step.ts';
import { createConsoleApp } from './start-console.ts';

const rhythm = (id: string) => RHYTHMS.find((spec) => spec.id === id);

it.each<[number, SimulatorCommand, string]>([
  [12_400, { do: 'rhythm', id: 'af-coarse', params: { rate: 110 } }, '- { at: 12.4 s, rhythm: { kind: af-coarse, rate: 110 bpm } }'],
  [13_000, { do: 'rhythm', id: 'asystole' }, '- { at: 13 s, rhythm: { kind: asystole } }'],
  [14_250, { do: 'set', params: { rate: 140 } }, '- { at: 14.25 s, set: { rate: 140 bpm } }'],
  [20_000, { do: 'electrode', electrode: 'V6', state: 'off' }, '- { at: 20 s, fault: { kind: lead-off, electrode: V6 } }'],
  [21_000, { do: 'swap', electrodes: ['RA', 'LA'] }, '- { at: 21 s, fault: { kind: swap, electrodes: [RA, LA] } }'],
  [22_000, { do: 'noise', id: 'wander', level: 0.1 + 0.2 }, '- { at: 22 s, noise: { kind: wander, level: 0.3 mV } }'],
  [30_000, { do: 'unplug' }, '- { at: 30 s, unplug: {} }'],
  [31_001, { do: 'fault', fault: { kind: 'drop-frames', frames: 3 } }, '- { at: 31.001 s, fault: { kind: drop-frames, frames: 3 } }'],
])('at %i ms, %j is %s', (at, command, line) => {
  expect(scenarioStep(command, ms(at), rhythm('af-coarse'))).toBe(line);
});

it('every command, copied as a scenario, is a scenario that the linter passes', async () => {
  const bench = createConsoleBench();
  const page = await createConsoleApp(bench.options);
  const folder = mkdtempSync(join(tmpdir(), 'heartloop-console-'));
  try {
    for (const [second, command] of EVERY_COMMAND.entries()) {
      await bench.runTo(second + 1);
      expect(page.bus.post(command)).toMatchObject({ ok: true });
    }
    await bench.runTo(EVERY_COMMAND.length + 2);
    const { payload } = await page.app.inject({ url: '/api/scenario', headers: { host: 'localhost' } });
    const file = join(folder, 'CONSOLE-001.yaml');
    writeFileSync(file, payload);
    expect(lintScenario(file)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
    bench.simulator.stop();
    await page.close();
  }
});
