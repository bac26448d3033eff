/**
 * Runs the pacemakers of the current rhythm, carries their plans out when the first wave begins, and changes rhythm when asked. An
 * impulse that is on its way is never called back: a new rhythm begins when the ventricles are free, so the waves drawn and the truth
 * told always agree.
 */
import { type Micros, type Prng, us } from '../../kernel/index.ts';
import type { ParamValues } from '../contract.ts';
import { createBreath } from './breath.ts';
import { type Carrier, createCarrier } from './carrier.ts';
import type { Chamber, Part, Rhythm } from './heart.ts';
import { defaultParams, mergeParams } from './params.ts';
import { createRepolarisation } from './repolarisation.ts';
import type { RunningBells } from './running-bells.ts';
import { createSlot, type Slot } from './slot.ts';
import type { TruthQueue } from './truth-queue.ts';

/** A rhythm that was asked for: running, or waiting for `from`. */
interface Episode {
  readonly rhythm: Rhythm;
  readonly number: number;
  readonly from: Micros;
  params: ParamValues;
}

export interface Conductor {
  /** The next instant at which something begins; nothing changes before it. */
  readonly next: number;
  /** Carries out everything that begins up to `now`. */
  advance(now: number): void;
  change(rhythm: Rhythm, params: ParamValues, now: Micros): void;
  set(params: ParamValues, now: Micros): void;
  readonly carriers: readonly Carrier[];
}

export interface ConductorOptions {
  readonly prng: Prng;
  readonly bells: RunningBells;
  readonly truth: TruthQueue;
  readonly microsPerFrame: number;
  readonly rhythm: Rhythm;
  readonly params: ParamValues;
}

const START = us(0);

function createEpisode(rhythm: Rhythm, params: ParamValues, from: Micros, number = 1): Episode {
  return { rhythm, number, from, params: mergeParams(rhythm.spec, defaultParams(rhythm.spec), params) };
}

export function createConductor(options: ConductorOptions): Conductor {
  const { prng, bells, truth, microsPerFrame } = options;
  const repolarisation = createRepolarisation();
  const breath = createBreath(prng.fork('breath'));
  const last: Record<Chamber, Micros | undefined> = { atria: undefined, ventricles: undefined };
  let slots: Slot[] = [];
  let carriers: Carrier[] = [];
  let waiting = true;
  let busyUntil = 0;
  let next: number = START;
  let episode = createEpisode(options.rhythm, options.params, START);

  function carryOut(part: Part, peak: Micros): void {
    bells.add(part.wave, peak, part.gain);
    truth.push(part.tell(peak));
    busyUntil = Math.max(busyUntil, peak + part.busy);
    if (part.chamber === 'ventricles' && last.ventricles !== undefined) repolarisation.remember((peak - last.ventricles) / 1e3);
    if (part.chamber) last[part.chamber] = peak;
  }

  function tellRhythm(at: Micros): void {
    const { rhythm, params } = episode;
    const rate = params['rate'];
    truth.push({ kind: 'rhythm', at, id: rhythm.spec.id, ...(rate === undefined ? {} : { rate }) });
  }

  function begin(): void {
    const own = episode; // a carrier that fades still asks for the settings it was begun with
    const { rhythm, number, from: now } = own;
    const chance = prng.fork(`${rhythm.spec.id} ${number}`);
    const param = (id: string): number => own.params[id]!;
    const { pacemakers, sources } = rhythm.begin({ prng: chance, param, breath, qt: (interval) => repolarisation.qt(interval) });
    waiting = false;
    carriers = carriers.filter((carrier) => !carrier.endedBy(now));
    for (const carrier of carriers) carrier.fade(now);
    if (sources.length > 0) carriers.push(createCarrier({ sources, prng: chance.fork('carrier'), start: now, microsPerFrame }));
    slots = pacemakers.map((pacemaker) => createSlot({ pacemaker, previous: last[pacemaker.chamber], now }));
    tellRhythm(now);
  }

  function findNext(): void {
    next = waiting ? episode.from : Math.min(...slots.map((slot) => slot.begins));
  }

  /** Whatever comes next, pacemakers in the order of the rhythm. */
  function step(): void {
    if (waiting) begin();
    else {
      for (const slot of slots) {
        if (slot.begins !== next) continue;
        const { at, parts } = slot.take();
        for (const part of parts) carryOut(part, us(at + part.offset));
      }
    }
    findNext();
  }

  function change(rhythm: Rhythm, params: ParamValues, now: Micros): void {
    episode = createEpisode(rhythm, params, us(Math.max(now, busyUntil)), episode.number + 1);
    slots = [];
    waiting = true;
    findNext();
  }

  function set(params: ParamValues, now: Micros): void {
    const before = episode.params['rate'];
    episode.params = mergeParams(episode.rhythm.spec, episode.params, params);
    if (waiting) return;
    if (episode.params['rate'] !== before) tellRhythm(now);
    for (const slot of slots) slot.replan(now);
    findNext();
  }

  function advance(now: number): void {
    for (;;) {
      if (next > now) return;
      step();
    }
  }

  return {
    get next() {
      return next;
    },
    get carriers() {
      return carriers;
    },
    advance,
    change,
    set,
  };
}
