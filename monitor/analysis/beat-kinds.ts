/**
 * The kinds of beats seen lately, by shape, and which of them is the normal one of this patient. Normal is what comes most often and
 * on time; a narrower kind is preferred, and a wide fast one is not easily believed: so a bundle branch block or a pacemaker becomes
 * the normal kind of a patient who has nothing else, and a run of ventricular beats does not.
 */
import type { BeatShapes } from './beat-shape.ts';

export interface BeatKind {
  readonly shape: Float64Array;
  /** How often it came lately. */
  weight: number;
  /** How often it came at all. */
  count: number;
  /** Seconds. */
  width: number;
  /** Interval before it over the usual one, and in seconds; 0 when unknown. */
  timing: number;
  interval: number;
}

/** What is known of a beat besides its shape. */
export interface BeatFacts {
  readonly width: number;
  readonly timing: number;
  readonly interval: number | undefined;
}

export interface BeatKinds {
  /** Sorts the beat `shapes` looks at into a kind, an old one or a new one, and lets that kind learn from it. */
  sort(facts: BeatFacts): BeatKind;
  /** The normal kind. Undefined before the first beat. */
  readonly normal: BeatKind | undefined;
  clear(): void;
}

const KINDS_MAX = 8;
/** Correlation from which two beats are of one kind. */
const SAME = 0.9;
const FORGET = 0.96;
const LEARN_MIN = 0.1;
/** Beats that come this early are not what is normal, nor are wide ones in a fast rhythm. */
const EARLY = { below: 0.9, counts: 0.5 };
const WIDE_AND_FAST = { fromS: 0.12, belowS: 0.6, counts: 0.2 };
/** Another kind becomes normal when it counts so much more; a much narrower one that comes on time when it counts nearly as much. */
const TAKES_OVER = { count: 3, share: 1.5 };
const NARROWER = { count: 2, width: 0.85, timing: 0.92, share: 0.66 };

function standing({ weight, timing, width, interval }: BeatKind): number {
  const early = timing < EARLY.below ? EARLY.counts : 1;
  const wild = width > WIDE_AND_FAST.fromS && interval > 0 && interval < WIDE_AND_FAST.belowS ? WIDE_AND_FAST.counts : 1;
  return weight * early * wild;
}

function overtakes(kind: BeatKind, normal: BeatKind): boolean {
  const share = standing(kind) / standing(normal);
  if (kind.count >= TAKES_OVER.count && share > TAKES_OVER.share) return true;
  const isBetter = kind.width < NARROWER.width * normal.width && kind.timing > NARROWER.timing;
  return isBetter && kind.count >= NARROWER.count && share > NARROWER.share;
}

export function createBeatKinds(shapes: BeatShapes): BeatKinds {
  const kinds: BeatKind[] = [];
  let normal: BeatKind | undefined;

  function nearest(): BeatKind | undefined {
    let found: BeatKind | undefined;
    let best = SAME;
    for (const kind of kinds) {
      const correlation = shapes.correlate(kind.shape);
      if (correlation < best) continue;
      best = correlation;
      found = kind;
    }
    return found;
  }

  /** A kind to be taught from nothing: a new one, or the rarest one that is not normal. */
  function free(): BeatKind {
    if (kinds.length < KINDS_MAX) {
      const kind = { shape: new Float64Array(shapes.size), weight: 0, count: 0, width: 0, timing: 0, interval: 0 };
      kinds.push(kind);
      return kind;
    }
    const others = kinds.filter((kind) => kind !== normal);
    const rarest = others.reduce((a, b) => (b.weight < a.weight ? b : a));
    rarest.weight = 0;
    rarest.count = 0;
    rarest.interval = 0;
    return rarest;
  }

  function teach(kind: BeatKind, { width, timing, interval }: BeatFacts): void {
    kind.count += 1;
    kind.weight += 1;
    const share = Math.max(LEARN_MIN, 1 / kind.count);
    for (let i = 0; i < shapes.size; i += 1) kind.shape[i]! += share * (shapes.beat[i]! - kind.shape[i]!);
    kind.width += share * (width - kind.width);
    kind.timing += share * (timing - kind.timing);
    if (interval !== undefined) kind.interval += (kind.interval === 0 ? 1 : Math.max(0.2, share)) * (interval - kind.interval);
  }

  return {
    sort(facts) {
      const kind = nearest() ?? free();
      for (const one of kinds) one.weight *= FORGET;
      teach(kind, facts);
      normal ??= kind;
      for (const one of kinds) if (one !== normal && overtakes(one, normal)) normal = one;
      return kind;
    },
    get normal() {
      return normal;
    },
    clear() {
      kinds.length = 0;
      normal = undefined;
    },
  };
}
