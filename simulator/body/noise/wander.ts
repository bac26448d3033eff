/**
 * Baseline wander: the breath moves the chest under the electrodes, and each skin contact drifts by itself (an Ornstein-Uhlenbeck process
 * smoothed once more, 0.05..0.5 Hz). The level is the largest excursion lead II can make; other leads see their own share.
 */
import type { Prng } from '../../../kernel/index.ts';
import { type Potentials, WIRES } from '../electrodes.ts';
import { createLevel, createOrnstein, type Level, type Ramp } from './tick.ts';

const TICK_S = 0.1;
const BREATH = { hz: 0.25, sdHz: 0.03, tauS: 8, peak: 0.55 };
const CONTACT = { tauS: 1.6, smoothS: 0.5, peak: 0.2 };
/** Share of the breath per electrode, RA LA LL V1..V6; LL - RA = 1. */
const BREATH_SHARES = [-0.45, -0.15, 0.55, 0.35, 0.45, 0.6, 0.75, 0.8, 0.7];

const bounded = (x: number): number => x / Math.sqrt(1 + x * x);

interface Contact {
  readonly share: number;
  readonly raw: () => number;
  smooth: number;
  readonly ramp: Ramp;
}

export interface Wander {
  readonly level: Level;
  nextTick(snap: boolean): void;
  /** Adds frames `into..into + count` of the tick. */
  add(potentials: Potentials, into: number, count: number): void;
}

export function createWander(prng: Prng, tickFrames: number): Wander {
  const level = createLevel();
  const drift = createOrnstein(prng.fork('breath'), { tauS: BREATH.tauS });
  let turn = prng.unit();
  const contacts = BREATH_SHARES.map((share, wire): Contact => {
    const raw = createOrnstein(prng.fork(`contact ${wire}`), { tauS: CONTACT.tauS });
    return { share, raw, smooth: raw(), ramp: { from: 0, to: 0 } };
  });

  function nextTick(snap: boolean): void {
    level.nextTick(snap);
    if (!level.active) return;
    turn = (turn + TICK_S * (BREATH.hz + BREATH.sdHz * drift())) % 1;
    const breath = BREATH.peak * Math.sin(2 * Math.PI * turn);
    for (const contact of contacts) {
      contact.smooth += (contact.raw() - contact.smooth) * (TICK_S / CONTACT.smoothS);
      contact.ramp.from = contact.ramp.to;
      contact.ramp.to = level.ramp.to * (contact.share * breath + CONTACT.peak * bounded(contact.smooth));
      if (snap) contact.ramp.from = contact.ramp.to;
    }
  }

  function add(potentials: Potentials, into: number, count: number): void {
    for (let wire = 0; wire < WIRES; wire += 1) {
      const { from, to } = contacts[wire]!.ramp;
      const row = potentials[wire]!;
      const slope = (to - from) / tickFrames;
      for (let i = 0; i < count; i += 1) row[i] = row[i]! + from + slope * (into + i);
    }
  }

  return { level, nextTick, add };
}
