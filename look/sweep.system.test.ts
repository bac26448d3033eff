/** The sweep in a real browser, pixel by pixel. */
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_ARGS, chromiumPath } from '../cli/e2e/chromium.ts';
import type * as Look from './index.ts';

declare const look: typeof Look;

let browser: Browser | undefined;
let script: string;

beforeAll(async () => {
  if (chromiumPath === undefined) return;
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(new URL('./index.ts', import.meta.url)), name: 'look', formats: ['iife'] },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('look was not built');
  script = output.output[0].code;
  browser = await chromium.launch({ executablePath: chromiumPath, args: CHROMIUM_ARGS });
});
afterAll(() => browser?.close());

async function blankPage(): Promise<Page> {
  const page = await browser!.newPage();
  await page.addScriptTag({ content: `${script}; globalThis.look = look;` });
  return page;
}

describe.skipIf(chromiumPath === undefined).each([1, 2])('with %s device pixels per CSS pixel (needs Chromium: scripts/setup)', (ratio) => {
  it('a square of 1 mV for 200 ms stands 10 mm high and 5 mm wide', async () => {
    const page = await blankPage();
    const square = await page.evaluate((deviceRatio) => {
      const canvas = document.createElement('canvas');
      const plain = { paper: '#fff', 'grid-minor': '#fff', 'grid-major': '#fff', trace: '#000', text: '#fff', muted: '#fff' };
      const palette = { ...plain, high: '#fff', medium: '#fff', low: '#fff', unknown: '#fff', line: '#fff' };
      const sweep = look.createSweep({ canvas, leads: ['II'], sampleRate: 500 });
      sweep.show({
        layout: look.stackedLayout('one', ['II']),
        speedMmPerS: 25,
        gainMmPerMv: 10,
        palette,
        width: 800,
        height: 300,
        ratio: deviceRatio,
        cssPxPerMm: 4,
        notes: {},
        marks: [],
      });
      sweep.push(0, 1000, [Float32Array.from({ length: 1000 }, (_, i) => (i >= 300 && i < 400 ? 1 : 0))]);
      sweep.frame(0);
      const { data, width, height } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      // The darkest pixel of each column right of the calibration pulse, where there is one.
      const ys: number[] = [];
      for (let x = Math.round(70 * deviceRatio); x < width; x += 1) {
        let best = -1;
        for (let y = 0; y < height; y += 1) {
          if (data[4 * (y * width + x)]! < (best < 0 ? 128 : data[4 * (best * width + x)]!)) best = y;
        }
        if (best >= 0) ys.push(best);
      }
      const top = Math.min(...ys);
      return { rise: Math.max(...ys) - top, run: ys.filter((y) => y - top < 2 * deviceRatio).length };
    }, ratio);
    const mm = Math.round(4 * ratio);
    expect(Math.abs(square.rise - 10 * mm)).toBeLessThanOrEqual(1);
    expect(Math.abs(square.run - 5 * mm)).toBeLessThanOrEqual(2);
    await page.close();
  });

  it('painted bit by bit over many sweeps, it is the picture painted at once', async () => {
    const page = await blankPage();
    const different = await page.evaluate((deviceRatio) => {
      const canvas = document.createElement('canvas');
      const leads = ['I', 'II', 'III', 'aVR', 'aVL', 'aVF', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'];
      const colours = { paper: '#0b0f14', 'grid-minor': '#12202b', 'grid-major': '#1b3342', trace: '#3ddc84', text: '#e6edf3' };
      const palette = { ...colours, muted: '#9fb0c3', high: '#f55', medium: '#fd3', low: '#3de', unknown: '#8a97a8', line: '#263241' };
      let worst = 0;
      for (const layout of look.LAYOUTS) {
        const view = {
          layout,
          speedMmPerS: 25,
          gainMmPerMv: 10,
          palette,
          width: 700,
          height: 420,
          ratio: deviceRatio,
          cssPxPerMm: 4,
          notes: { V1: 'electrode off' },
          marks: [{ from: 2000, to: 3600, text: 'Asystole', tone: 'high' as const }],
        };
        const sweep = look.createSweep({ canvas, leads, sampleRate: 500 });
        const planes = leads.map((_, lead) => Float32Array.from({ length: 20 }, () => lead));
        sweep.show(view);
        let ms = 0;
        for (let first = 0; first < 6000; first += 20) {
          if (first > 3500 && first < 3900) continue;
          for (const [lead, plane] of planes.entries()) {
            for (let i = 0; i < 20; i += 1) {
              const beat = Math.max(0, 1 - Math.abs(((first + i) % 400) - 200) / (8 + lead));
              plane[i] = lead === 6 && first > 4800 ? look.LEAD_OFF : beat + 0.1 * Math.sin((first + i) / 60 + lead);
            }
          }
          sweep.push(first, 20, planes);
          for (const step of [7, 19, 14]) sweep.frame((ms += step));
        }
        const pixels = (): Uint8ClampedArray => canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data;
        const bitByBit = pixels();
        sweep.show(view);
        sweep.frame(ms);
        const atOnce = pixels();
        for (const [i, value] of bitByBit.entries()) worst = Math.max(worst, Math.abs(value - atOnce[i]!));
      }
      return worst;
    }, ratio);
    // Of 255: the edge of a line is smoothed a little differently when its path is cut. A line too much or too little is 100 and more.
    expect(different).toBeLessThan(50);
    await page.close();
  });
});
