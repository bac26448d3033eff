/** The report of a run as a person opens it: from a file, in a real browser, in both themes and on a phone. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_ARGS, chromiumPath } from '../cli/e2e/chromium.ts';
import { type Finding, RESULT_VERSION, runReport, type ScenarioRun, type Verdict } from './index.ts';

const finding = (verdict: Verdict): Finding => ({
  expectation: `alarm: asystole, after: arrest, within: 10 s (${verdict})`,
  kind: 'alarm',
  verdict,
  limit: '<= 10 s',
  measured: '11.2 s',
  margin: verdict === 'pass' ? 1.2 : -1.2,
  marginUnit: 's',
  window: [5, 15],
  atS: 16.2,
  because: 'asystole on 1.2 s late: expected within 10 s of 5 s. rerun: heartloop run ALM-ASYS-003 --seed 42 --on virtual --until 16.3s',
});

const run = (verdict: Verdict, seed: number): ScenarioRun => ({
  id: 'ALM-ASYS-003',
  title: 'Asystole alarms in time and stays on the screen when the heart comes back',
  file: 'suites/alarm/ALM-ASYS-003.yaml',
  requirements: ['SRS-ALM-012'],
  seed,
  on: 'virtual',
  verdict,
  findings: [finding(verdict), finding('pass')],
  strips: [
    {
      title: `${verdict}: asystole on 1.2 s late: expected within 10 s of 5 s`,
      fromS: 10,
      sampleRate: 50,
      leads: [{ name: 'II', mv: Array.from({ length: 400 }, (_, i) => Math.sin(i / 8)) }],
      truth: [{ t: 12, class: 'N' }],
      detected: [{ t: 12, class: 'V' }],
      bands: [
        { kind: 'window', label: 'asystole within 10 s', fromS: 10, toS: 15 },
        { kind: 'alarm', label: 'asystole', fromS: 16.2, toS: 18 },
        { kind: 'fault', label: 'cable out', fromS: 11, toS: 12 },
      ],
    },
  ],
  endS: 20,
  wallS: 0.1,
  fullHash: 'a'.repeat(64),
  functionalHash: 'b'.repeat(64),
  rerun: `heartloop run ALM-ASYS-003 --seed ${seed} --on virtual`,
  error: verdict === 'error' ? 'the monitor ended by itself' : null,
});

describe.skipIf(chromiumPath === undefined)('the report of a run (needs Chromium: scripts/setup)', () => {
  const dir = mkdtempSync(join(tmpdir(), 'heartloop-report-page-'));
  const file = join(dir, 'report.html');
  const verdicts: readonly Verdict[] = ['error', 'fail', 'inconclusive', 'marginal', 'pass'];
  let browser: Browser;
  let complaints: string[];

  beforeAll(async () => {
    const runs = verdicts.map((verdict, i) => run(verdict, i));
    const result = { version: RESULT_VERSION, tool: 'heartloop', startedAt: '2026-01-02T03:04:05Z', node: 'v24', runs, wallS: 1 };
    writeFileSync(file, runReport(result));
    browser = await chromium.launch({ executablePath: chromiumPath!, args: CHROMIUM_ARGS });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(dir, { recursive: true });
  });

  async function opened(width: number, colorScheme: 'dark' | 'light'): Promise<Page> {
    const page = await (await browser.newContext({ viewport: { width, height: 900 }, colorScheme })).newPage();
    complaints = [];
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => !/^(file|data):/.test(request.url()) && complaints.push(`asks the network for ${request.url()}`));
    await page.goto(pathToFileURL(file).href);
    return page;
  }

  it.each(['dark', 'light'] as const)('no accessibility violations, errors or requests in the %s theme', async (theme) => {
    const page = await opened(1440, theme);
    expect(await page.locator('details[open]').count()).toBe(verdicts.length - 1);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('fits a phone: tables and strips scroll, the page does not', async () => {
    const page = await opened(390, 'light');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.close();
  });

  it('prints on white, whatever the theme', async () => {
    const page = await opened(1440, 'dark');
    const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.querySelector('details')!).backgroundColor);
    const onScreen = await ground();
    await page.emulateMedia({ media: 'print' });
    expect(await ground()).toBe('rgb(255, 255, 255)');
    expect(onScreen).not.toBe('rgb(255, 255, 255)');
    await page.close();
  });
});
