/** Both pages as a person uses them, in a real browser, on the real bench. */
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_ARGS, chromiumPath } from './chromium.ts';
import { type Running, start } from './command.ts';

const WIDTH = 1440;
const HEIGHT = 900;

const isNear = (bpm: number) => (text: string) => Math.abs(Number.parseInt(text, 10) - bpm) <= 1;

/** Waits until `read` gives something `isRight`, and says what it gave at last when it does not. */
async function within(limitMs: number, read: () => Promise<string | null>, isRight: (text: string) => boolean): Promise<number> {
  const startedAt = performance.now();
  let last: string | null = null;
  while (performance.now() - startedAt < limitMs) {
    last = await read();
    if (last !== null && isRight(last)) return performance.now() - startedAt;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`not within ${limitMs} ms: last seen "${last}"`);
}

describe.skipIf(chromiumPath === undefined)('pages (needs Chromium: scripts/setup)', () => {
  let browser: Browser;
  let demo: Running;
  let monitor: Page;
  let console_: Page;

  beforeAll(async () => {
    demo = start('demo', '--json');
    const ready = await demo.ready;
    browser = await chromium.launch({ executablePath: chromiumPath!, args: CHROMIUM_ARGS });
    const context = await browser.newContext({ viewport: { width: WIDTH, height: HEIGHT } });
    monitor = await context.newPage();
    await monitor.goto(String(ready['monitorUrl']));
    console_ = await context.newPage();
    await console_.goto(String(ready['consoleUrl']));
  });
  afterAll(async () => {
    await browser?.close();
    demo?.stop();
    await demo?.ended;
  });

  const heartRate = (): Promise<string | null> => monitor.getByTestId('hr').textContent();

  async function setRate(bpm: number): Promise<void> {
    await console_.bringToFront();
    await console_.getByTestId('param-rate').fill(String(bpm));
    await console_.getByTestId('param-rate').press('Enter');
    await monitor.bringToFront();
  }

  it('the trace moves', async () => {
    await monitor.bringToFront();
    const canvas = monitor.getByTestId('ecg-canvas').first();
    await within(15_000, heartRate, (text) => /\d/.test(text));
    const before = await canvas.screenshot();
    await monitor.waitForTimeout(1000);
    expect((await canvas.screenshot()).equals(before)).toBe(false);
  });

  it('the heart rate follows the console within 10 s', async () => {
    await setRate(75);
    await within(15_000, heartRate, isNear(75));
    await setRate(110);
    await within(10_000, heartRate, isNear(110));
    await setRate(60);
    await within(10_000, heartRate, isNear(60));
  });

  it('an unplug blanks the vitals within 2 s and shows a technical alarm; a replug recovers', async () => {
    await console_.bringToFront();
    await console_.getByTestId('unplug').click();
    await monitor.bringToFront();
    await within(2000, heartRate, (text) => !/\d/.test(text));
    await within(
      2000,
      () => monitor.getByTestId('alarm-technical').textContent(),
      (text) => /signal|lost|data/i.test(text),
    );
    await console_.bringToFront();
    await console_.getByTestId('replug').click();
    await monitor.bringToFront();
    await within(20_000, heartRate, isNear(60));
    await within(
      5000,
      () => monitor.getByTestId('connection').textContent(),
      (text) => /live/i.test(text),
    );
  });

  it.each(['dark', 'light'] as const)('no accessibility violations in the %s theme, and no scrolling at 1440 x 900', async (theme) => {
    for (const page of [monitor, console_]) {
      await page.bringToFront();
      await page.emulateMedia({ colorScheme: theme });
      await page.waitForTimeout(300);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(HEIGHT);
    }
  });
});
