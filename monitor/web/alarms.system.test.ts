/** The live page while it alarms: seen, felt and acknowledged as a person does it, on the real bench. */
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_ARGS, chromiumPath } from '../../cli/e2e/chromium.ts';
import { type Running, start } from '../../cli/e2e/command.ts';

const RAISED_MS = 20_000;

describe.skipIf(chromiumPath === undefined)('the live page in alarm (needs Chromium: scripts/setup)', () => {
  let browser: Browser;
  let demo: Running;
  let page: Page;
  let consoleUrl: string;
  const complaints: string[] = [];

  beforeAll(async () => {
    demo = start('demo', '--json');
    const ready = await demo.ready;
    consoleUrl = String(ready['consoleUrl']);
    browser = await chromium.launch({ executablePath: chromiumPath!, args: CHROMIUM_ARGS });
    page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(String(ready['monitorUrl']));
  });
  afterAll(async () => {
    await browser?.close();
    demo?.stop();
    await demo?.ended;
  });

  async function command(body: object): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const reply = await fetch(`${consoleUrl}/api/command`, { method: 'POST', headers, body: JSON.stringify(body) });
    expect(await reply.text()).not.toContain('error');
  }
  const lane = () => page.getByTestId('alarm-physiological');
  const flashing = (): Promise<string> =>
    page.evaluate(() => {
      const level = document.querySelector('.phys .level');
      if (!level) return 'no alarm';
      const { animationName, animationDuration } = getComputedStyle(level);
      return animationName === 'none' ? 'steady' : animationDuration;
    });

  it('asystole shows as a high alarm that flashes at 2 Hz, and the rate is blank', async () => {
    await page.getByTestId('hr').getByText(/\d/).waitFor({ timeout: RAISED_MS });
    await command({ do: 'rhythm', id: 'asystole' });
    await lane().getByText('Asystole').waitFor({ timeout: RAISED_MS });
    expect(await lane().textContent()).toContain('High');
    expect(await flashing()).toBe('0.5s');
    await expect.poll(() => page.getByTestId('hr').textContent(), { timeout: 5000 }).toBe('--');
  });

  it('nothing flashes for a reader who asked for less motion', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await flashing()).toBe('steady');
    await page.emulateMedia({ reducedMotion: 'no-preference' });
  });

  it.each(['dark', 'light'] as const)('no accessibility violations in the %s theme, with electrodes off', async (theme) => {
    await command({ do: 'electrode', electrode: 'V1', state: 'off' });
    await page.getByTestId('alarm-technical').getByText('V1').waitFor({ timeout: 5000 });
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });

  it('stays when the heart comes back, until somebody acknowledges it by keyboard', async () => {
    await command({ do: 'rhythm', id: 'sinus', params: { rate: 70 } });
    await lane().getByText('over').waitFor({ timeout: RAISED_MS });
    await lane().getByRole('button', { name: 'Acknowledge' }).focus();
    await page.keyboard.press('Enter');
    await lane().getByText('No physiological alarm').waitFor({ timeout: RAISED_MS });
    expect(complaints).toEqual([]);
  });
});
