/** A scenario that passes on its own seed alone proves little: the sensitive ones hold on seeds nobody chose. */
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadScenario, runScenario } from '../index.ts';

const SEEDS = [1, 2, 3, 4, 5];
const SENSITIVE = ['rhythm/SIN-RATE-001', 'rhythm/RHY-VT-001', 'field/S06', 'field/S10', 'field/S01'];

it.each(SENSITIVE)('%s holds on other seeds than its own', async (name) => {
  const plan = loadScenario(fileURLToPath(new URL(`${name}.yaml`, import.meta.url)));
  const failed: string[] = [];
  for (const seed of SEEDS) {
    const { verdict, findings, error } = await runScenario(plan, { on: 'virtual', seed });
    if (verdict === 'fail' || verdict === 'error') failed.push(error ?? findings.map(({ because }) => because).join('; '));
  }
  expect(failed).toEqual([]);
});
