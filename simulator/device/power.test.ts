import { expect, it } from 'vitest';
import { createPrng } from '../../kernel/index.ts';
import { createPower, type Power } from './power.ts';

const power = (profileId: string, startUpZeros?: number): Power => createPower({ profileId, startUpZeros, prng: createPrng(1) });

/** Frames that were blanked in a run of `count`, in blocks of `block`. */
function blanked(device: Power, count: number, block: number): number {
  let zeros = 0;
  for (let done = 0; done < count; done += block) {
    const samples = new Uint16Array(8 * block).fill(1);
    device.run(samples, block);
    zeros += samples.filter((sample) => sample === 0).length / 8;
  }
  return zeros;
}

it('blanks exactly the frames asked for, whatever the blocks, and again after every power-on', () => {
  for (const block of [1, 7, 64]) {
    const device = power('ideal', 100);
    device.plugIn();
    expect(blanked(device, 448, block)).toBe(100);
    device.pullOut();
    device.plugIn();
    expect(device.frame).toBe(0);
    expect(blanked(device, 448, block)).toBe(100);
  }
});

it('draws 160..1520 for the field device, anew each time, and none for another', () => {
  const device = power('field');
  const drawn = Array.from({ length: 50 }, () => {
    device.plugIn();
    return blanked(device, 1600, 16);
  });
  expect(Math.min(...drawn)).toBeGreaterThanOrEqual(160);
  expect(Math.max(...drawn)).toBeLessThanOrEqual(1520);
  expect(new Set(drawn).size).toBeGreaterThan(10);
  const ideal = power('ideal');
  ideal.plugIn();
  expect(blanked(ideal, 1600, 16)).toBe(0);
});

it('says what it accepts', () => {
  expect(() => power('ideal', -1)).toThrow('startUpZeros must be a whole number of frames, 0 or more, got -1');
});
