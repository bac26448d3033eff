/**
 * Turns lead samples with holes into a continuous signal that starts at zero: the first sample is subtracted, a hole holds the last
 * value, and what comes after a hole is shifted to meet it. So neither a start-up offset nor a reconnected electrode is a step to
 * the filters behind.
 */
export interface Continuity {
  /**
   * Gathers `count` samples of one lead from frame-major `mv`, starting at frame `from`, into `out`.
   * Bit `lead` of `muted[i]` marks a hole in frame `from + i`.
   */
  gather(mv: Float32Array, muted: Uint32Array, from: number, count: number, lead: number, out: Float64Array): void;
  /** Forgets everything: the next sample of each lead is zero again. */
  reset(): void;
}

export function createContinuity(leads: number): Continuity {
  const offset = new Float64Array(leads);
  const held = new Float64Array(leads);
  const broken = new Uint8Array(leads).fill(1);

  function gather(mv: Float32Array, muted: Uint32Array, from: number, count: number, lead: number, out: Float64Array): void {
    let last = held[lead]!;
    let shift = offset[lead]!;
    let hole = broken[lead]!;
    for (let i = 0; i < count; i += 1) {
      if ((muted[i]! >>> lead) & 1) {
        hole = 1;
      } else {
        const raw = mv[(from + i) * leads + lead]!;
        if (hole) {
          shift = raw - last;
          hole = 0;
        }
        last = raw - shift;
      }
      out[i] = last;
    }
    held[lead] = last;
    offset[lead] = shift;
    broken[lead] = hole;
  }

  return {
    gather,
    reset() {
      offset.fill(0);
      held.fill(0);
      broken.fill(1);
    },
  };
}
