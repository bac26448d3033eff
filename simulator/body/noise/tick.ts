/**
 * What wanders slowly is renewed every tenth of a second and interpolated in between; ticks are counted in frames from power-on, so the
 * cut of calls changes nothing.
 */
import type { Prng } from '../../../kernel/index.ts';

const TICK_S = 0.1;

export const framesPerTick = (sampleRate: number): number => Math.max(1, Math.round(sampleRate * TICK_S));

/** A value that goes straight from `from` to `to` within a tick. */
export interface Ramp {
  from: number;
  to: number;
}

/** The set level of a noise: follows a setting within two ticks, because a step would be a disturbance of its own. */
export interface Level {
  set(target: number): void;
  /** `snap`: power-on, nothing to come from. */
  nextTick(snap: boolean): void;
  readonly ramp: Readonly<Ramp>;
  readonly active: boolean;
}

export function createLevel(): Level {
  const ramp: Ramp = { from: 0, to: 0 };
  let target = 0;
  return {
    ramp,
    set: (value) => void (target = value),
    nextTick: (snap) => {
      ramp.from = snap ? target : ramp.to;
      ramp.to = target;
    },
    get active() {
      return target > 0 || ramp.from > 0 || ramp.to > 0;
    },
  };
}

/** A unit Ornstein-Uhlenbeck process, one value a tick. */
export function createOrnstein(prng: Prng, { tauS, tickS = TICK_S }: { tauS: number; tickS?: number }): () => number {
  const keep = Math.exp(-tickS / tauS);
  const fresh = Math.sqrt(1 - keep * keep);
  let x = prng.normal();
  return () => (x = keep * x + fresh * prng.normal());
}
