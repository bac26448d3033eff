import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_CONNECTED, SENSED_ELECTRODES } from '../../firmware-protocol/index.ts';
import { createPrng, us } from '../../kernel/index.ts';
import type { Body } from '../contract.ts';
import { createPatient } from '../patient/index.ts';
import { createBody } from './index.ts';

const FRAMES = 5000;
const [I, II, V1] = [0, 1, 2];

/** Ten seconds of sinus rhythm at 500 Hz, or of nothing. */
function sinus(): Float32Array {
  const leads = new Float32Array(FRAMES * 8);
  createPatient({ prng: createPrng(1), sampleRate: 500, rhythm: 'sinus' }).render(leads, FRAMES);
  return leads;
}

function pass(
  leads: Float32Array,
  arrange: (body: Body) => void,
  chunk = FRAMES,
): { leads: Float32Array; connected: Uint16Array; lead: (n: number) => Float32Array } {
  const body = createBody({ prng: createPrng(2), sampleRate: 500 });
  arrange(body);
  const frames = leads.length / 8;
  const out = leads.slice();
  const connected = new Uint16Array(frames);
  for (let at = 0; at < frames; at += chunk) {
    const count = Math.min(chunk, frames - at);
    body.process(out.subarray(at * 8), connected.subarray(at), count, us(at * 2000));
  }
  return { leads: out, connected, lead: (n) => out.filter((_, i) => i % 8 === n) };
}

const rms = (x: Float32Array): number => Math.sqrt(x.reduce((sum, v) => sum + v * v, 0) / x.length);
const most = (x: Float32Array): number => x.reduce((peak, v) => Math.max(peak, Math.abs(v)), 0);
const quiet = (seconds: number): Float32Array => new Float32Array(seconds * 500 * 8);
/** Without the milliseconds of coming off. */
const settled = (x: Float32Array): Float32Array => x.subarray(100);
const near = (a: Float32Array, b: Float32Array, mv = 1e-6): boolean => a.every((v, i) => Math.abs(v - b[i]!) <= mv);

describe('wires', () => {
  const clean = sinus();
  const lead = (n: number): Float32Array => clean.filter((_, i) => i % 8 === n);

  it('a healthy body changes nothing', () => {
    const { leads, connected } = pass(clean, () => {});
    expect(near(leads, clean, 0)).toBe(true);
    expect(connected.every((mask) => mask === ALL_CONNECTED)).toBe(true);
  });

  it('LA and RA swapped: I turns over, II becomes III, the chest stays', () => {
    const swapped = pass(clean, (body) => body.swap(['LA', 'RA']));
    expect(
      near(
        swapped.lead(I),
        lead(I).map((v) => -v),
      ),
    ).toBe(true);
    const [leadI, leadII] = [lead(I), lead(II)];
    expect(
      near(
        swapped.lead(II),
        leadII.map((v, i) => v - leadI[i]!),
      ),
    ).toBe(true);
    for (let chest = V1; chest < 8; chest += 1) expect(near(swapped.lead(chest), lead(chest))).toBe(true);
    expect(swapped.connected.every((mask) => mask === ALL_CONNECTED)).toBe(true);
  });

  it('RA and RL swapped: both ends of II are on the legs, so II is flat', () => {
    expect(most(pass(clean, (body) => body.swap(['RA', 'RL'])).lead(II))).toBeLessThan(1e-6);
  });

  it('two chest wires swapped exchange two leads and no others', () => {
    const swapped = pass(clean, (body) => body.swap(['V1', 'V6']));
    expect(near(swapped.lead(V1), lead(7))).toBe(true);
    expect(near(swapped.lead(7), lead(V1))).toBe(true);
    expect(near(swapped.lead(II), lead(II))).toBe(true);
  });

  it('a swap taken back leaves no trace', () => {
    const { leads } = pass(clean, (body) => {
      body.swap(['LA', 'LL']);
      body.swap(null);
    });
    expect(near(leads, clean, 0)).toBe(true);
  });
});

describe('electrodes off', () => {
  const clean = sinus();
  const lead = (n: number): Float32Array => clean.filter((_, i) => i % 8 === n);

  it('a chest electrode: its lead far beyond any rail, its bit gone, nothing else touched', () => {
    const off = pass(clean, (body) => body.setElectrode('V3', 'off'));
    expect(settled(off.lead(4)).every((mv) => mv > 20)).toBe(true);
    expect(off.connected.every((mask) => mask === (ALL_CONNECTED & ~(1 << SENSED_ELECTRODES.indexOf('V3'))))).toBe(true);
    for (const other of [0, 1, 2, 3, 5, 6, 7]) expect(near(off.lead(other), lead(other))).toBe(true);
  });

  it('a limb electrode: every lead that uses it fails, and so do all that lean on the Wilson terminal', () => {
    const off = pass(clean, (body) => body.setElectrode('LL', 'off'));
    expect(near(off.lead(I), lead(I))).toBe(true);
    for (const lost of [1, 2, 3, 4, 5, 6, 7]) expect(settled(off.lead(lost)).every((mv) => Math.abs(mv) > 5)).toBe(true);
  });

  it('all off: mains from rail to rail, about half of the samples of an ADC of 1.4 mV at one', () => {
    const off = pass(clean, (body) => SENSED_ELECTRODES.forEach((electrode) => body.setElectrode(electrode, 'off')));
    expect(off.connected.every((mask) => mask === 0)).toBe(true);
    for (let n = 0; n < 8; n += 1) {
      const railed = settled(off.lead(n)).filter((mv) => Math.abs(mv) > 1.4).length / (FRAMES - 100);
      expect(railed).toBeGreaterThan(0.4);
      expect(railed).toBeLessThan(0.8);
    }
  });

  it('back on: the bit returns at once, the lead within a second, and then nothing is changed any more', () => {
    const body = createBody({ prng: createPrng(2), sampleRate: 500 });
    body.setElectrode('V1', 'off');
    const connected = new Uint16Array(FRAMES);
    body.process(clean.slice(), connected, 1000, us(0));
    body.setElectrode('V1', 'on');
    const out = clean.slice();
    body.process(out, connected, FRAMES, us(2e6));
    expect(connected[0]).toBe(ALL_CONNECTED);
    expect(near(out.subarray(8 * 500), clean.subarray(8 * 500), 1e-3)).toBe(true);
    expect(near(out.subarray(8 * 1500), clean.subarray(8 * 1500), 0)).toBe(true);
  });

  it('without the driven leg every electrode stays connected and mains gets in', () => {
    const off = pass(quiet(10), (body) => body.setElectrode('RL', 'off'));
    expect(off.connected.every((mask) => mask === ALL_CONNECTED)).toBe(true);
    expect(most(off.lead(II))).toBeGreaterThan(0.5);
  });
});

describe('noise', () => {
  it('mains: peak in II as set, 50 Hz and little else', () => {
    const { lead } = pass(quiet(20), (body) => body.setNoise('mains', 0.2));
    expect(most(lead(II))).toBeCloseTo(0.2, 2);
    let rising = 0;
    lead(II).forEach((v, i, x) => (rising += i > 0 && x[i - 1]! < 0 && v >= 0 ? 1 : 0));
    expect(rising / 20).toBeGreaterThan(49.7);
    expect(rising / 20).toBeLessThan(50.3);
    expect(most(lead(I))).toBeGreaterThan(0.05);
  });

  it('wander: slow, and never more than set in II', () => {
    const { lead } = pass(quiet(120), (body) => body.setNoise('wander', 0.5));
    expect(most(lead(II))).toBeLessThanOrEqual(0.5);
    expect(most(lead(II))).toBeGreaterThan(0.25);
    expect(most(lead(II).map((v, i, x) => (i === 0 ? 0 : v - x[i - 1]!)))).toBeLessThan(0.005);
  });

  it('muscle: uV rms as set in the limb leads, nothing below 5 Hz, independent between electrodes', () => {
    const { lead } = pass(quiet(120), (body) => body.setNoise('emg', 50));
    for (const n of [I, II]) {
      expect(1e3 * rms(lead(n))).toBeGreaterThan(37);
      expect(1e3 * rms(lead(n))).toBeLessThan(63);
    }
    const x = lead(II);
    const slow = Float32Array.from(
      { length: x.length / 100 },
      (_, k) => x.subarray(100 * k, 100 * k + 100).reduce((s, v) => s + v, 0) / 100,
    );
    expect(rms(slow)).toBeLessThan(0.05 * rms(x));
    const [v1, v6] = [lead(V1), lead(7)];
    expect(Math.abs(v1.reduce((s, v, i) => s + v * v6[i]!, 0) / v1.length / rms(v1) / rms(v6))).toBeLessThan(0.4);
  });

  it('comes and goes over tenths of a second, and silence afterwards is exact', () => {
    const body = createBody({ prng: createPrng(1), sampleRate: 500 });
    const [out, connected] = [new Float32Array(8 * 500), new Uint16Array(500)];
    body.process(out, connected, 500, us(0));
    body.setNoise('mains', 1);
    body.process(out, connected, 500, us(1e6));
    expect(most(out.subarray(0, 8 * 10))).toBeLessThan(0.25);
    expect(most(out.subarray(8 * 200))).toBeGreaterThan(0.9);
    body.setNoise('mains', 0);
    body.process(out, connected, 500, us(2e6));
    out.fill(0);
    body.process(out, connected, 500, us(3e6));
    expect(most(out)).toBe(0);
  });

  it('refuses what it does not know, and says what it accepts', () => {
    const body = createBody({ prng: createPrng(1), sampleRate: 500 });
    expect(() => body.setNoise('mains', 6)).toThrow('noise mains must be 0..5 mV, got 6');
    expect(() => body.setNoise('emg', Number.NaN)).toThrow('noise emg must be 0..1000 uV, got NaN');
    expect(() => body.setNoise('hum' as 'mains', 1)).toThrow('no noise "hum"; there are wander, mains, emg');
    expect(() => body.setElectrode('V7' as 'V6', 'off')).toThrow('no electrode "V7"; there are RA, LA, LL, V1');
    expect(() => body.swap(['LA', 'LA'])).toThrow('a swap needs two different electrodes, got LA twice');
  });
});

function disturb(body: Body): void {
  body.setNoise('wander', 0.3);
  body.setNoise('mains', 0.1);
  body.setNoise('emg', 20);
  body.swap(['LA', 'LL']);
  body.setElectrode('V4', 'off');
}

it('same seed and calls, same signal to the last bit, however the calls are cut', () => {
  const clean = sinus();
  const whole = pass(clean, disturb);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), (chunk) => {
      const cut = pass(clean, disturb, chunk);
      expect(Buffer.from(cut.leads.buffer).equals(Buffer.from(whole.leads.buffer))).toBe(true);
    }),
    { numRuns: 20 },
  );
});
