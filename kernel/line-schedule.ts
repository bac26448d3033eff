import type { Micros } from './units.ts';

/**
 * When each queued byte has crossed the line. Bytes that follow each other without a pause form a run; a run has one start, and its
 * n-th byte has crossed n byte times after that: rounding and late readers never add up to a drift.
 */
export interface LineSchedule {
  /** `count` bytes are ready at `at`: they follow what is on the line, or start a new run on a free line. */
  append(count: number, at: Micros): void;
  /** How many queued bytes have crossed by `now`. */
  crossed(now: Micros): number;
  /** When the n-th queued byte (1 is the oldest) has crossed. */
  crossedAt(n: number): Micros | undefined;
  /** As `crossed`, in whole packets: every `size` bytes of a run, or its end. */
  crossedPackets(size: number, now: Micros): number;
  /** When the oldest whole packet has crossed, as far as is known now. */
  packetAt(size: number): Micros | undefined;
  /** The oldest `count` bytes leave the queue; those not sent by `now` are never sent, and the others move up. */
  drop(count: number, now: Micros): void;
  clear(): void;
}

interface Run {
  readonly start: Micros;
  /** Bytes of the run that were ever on the schedule, and those that left the queue. */
  size: number;
  gone: number;
}

export function createLineSchedule({ baud, bitsPerByte }: { baud: number; bitsPerByte: number }): LineSchedule {
  /** The last run stays when its bytes are gone: the next byte may follow without a pause. */
  let runs: Run[] = [];
  const bitMicros = bitsPerByte * 1e6;
  const endOf = ({ start }: Run, n: number): Micros => (start + Math.ceil((n * bitMicros) / baud)) as Micros;
  const sentBy = ({ start, size }: Run, now: Micros): number => Math.min(size, Math.max(0, Math.floor(((now - start) * baud) / bitMicros)));

  function forgetEmpty(): void {
    let empty = 0;
    while (empty < runs.length - 1 && runs[empty]!.gone === runs[empty]!.size) empty += 1;
    if (empty > 0) runs.splice(0, empty);
  }

  return {
    append(count, at) {
      const last = runs.at(-1);
      if (last && at <= endOf(last, last.size)) last.size += count;
      else runs.push({ start: at, size: count, gone: 0 });
      forgetEmpty();
    },
    crossed(now) {
      let sum = 0;
      for (const run of runs) {
        const sent = sentBy(run, now);
        sum += sent - run.gone;
        if (sent < run.size) break;
      }
      return Math.max(0, sum);
    },
    crossedAt(n) {
      let left = n;
      for (const run of runs) {
        const queued = run.size - run.gone;
        if (left <= queued && queued > 0) return endOf(run, run.gone + left);
        left -= queued;
      }
      return undefined;
    },
    crossedPackets(size, now) {
      let sum = 0;
      for (const run of runs) {
        const sent = sentBy(run, now);
        const whole = sent === run.size ? sent : sent - (sent % size);
        sum += Math.max(0, whole - run.gone);
        if (sent < run.size) break;
      }
      return sum;
    },
    packetAt(size) {
      const run = runs.find((candidate) => candidate.gone < candidate.size);
      return run && endOf(run, Math.min(run.size, run.gone - (run.gone % size) + size));
    },
    drop(count, now) {
      let left = count;
      for (const run of runs) {
        const sent = Math.min(left, Math.max(0, sentBy(run, now) - run.gone));
        run.gone += sent;
        const unsent = Math.min(left - sent, run.size - run.gone);
        run.size -= unsent;
        left -= sent + unsent;
        if (left === 0) break;
      }
      forgetEmpty();
    },
    clear: () => {
      runs = [];
    },
  };
}
