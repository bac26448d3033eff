import { z } from 'zod';
import { type Micros, seconds, us } from '../../kernel/index.ts';
import { during } from '../schema/instant.ts';
import { duration } from '../schema/quantity.ts';
import type { Deed } from './bench.ts';
import { defineExpectation } from './kind.ts';
import { inSeconds } from './latency.ts';

const schema = z
  .strictObject({
    linkGaps: z.literal('reported'),
    within: duration.default(seconds(1)).describe('how long after the damage a report may come'),
    during: during.optional(),
  })
  .describe('Every loss on the line is reported, with its exact number of frames, and nothing else is.');

interface Loss {
  readonly at: Micros;
  readonly cause: string;
  readonly framesMin: number;
  readonly framesMax: number;
}

interface Report {
  readonly at: Micros;
  readonly frames: number;
}

/** What a deed may cost. A damaged byte costs at most its frame; a cut line costs as long as it lasts. */
function lossOf({ at, command }: Deed): Loss | undefined {
  if (command.do === 'replug' || (command.do === 'mute' && !command.muted)) {
    return { at, cause: 'cut line', framesMin: 0, framesMax: Number.POSITIVE_INFINITY };
  }
  if (command.do !== 'fault' || command.fault.kind === 'constant' || command.fault.kind === 'repeat-frames') return undefined;
  const { fault } = command;
  if (fault.kind === 'drop-frames') return { at, cause: `drop-frames ${fault.frames}`, framesMin: fault.frames, framesMax: fault.frames };
  return { at, cause: fault.kind, framesMin: 0, framesMax: 1 };
}

/** Pairs losses and reports in order of time; returns the first thing that does not add up. */
function mismatchOf(losses: readonly Loss[], reports: readonly Report[], within: Micros): { at: Micros; because: string } | undefined {
  const open = [...reports];
  for (const { at, cause, framesMin, framesMax } of losses) {
    const index = open.findIndex((report) => report.at >= at && report.at <= at + within);
    const report = open[index];
    if (report === undefined) {
      if (framesMin > 0) return { at, because: `${cause} at ${inSeconds(at)} was not reported within ${inSeconds(within)}` };
      continue;
    }
    open.splice(index, 1);
    if (report.frames < framesMin || report.frames > framesMax) {
      return { at: report.at, because: `${cause} at ${inSeconds(at)} was reported as a gap of ${report.frames} frames` };
    }
  }
  const stray = open[0];
  return (
    stray && { at: stray.at, because: `a gap of ${stray.frames} frames was reported at ${inSeconds(stray.at)}, but nothing was lost there` }
  );
}

export const linkGaps = defineExpectation({
  head: 'linkGaps',
  schema,
  watch({ within }, { bench, window: [from, to], judge }) {
    const losses: Loss[] = [];
    const reports: Report[] = [];
    bench.onDeed((deed) => {
      const loss = lossOf(deed);
      if (loss && deed.at >= from && deed.at <= to) losses.push(loss);
    });
    bench.on('link', (event, at) => {
      if (event.event === 'gap' && at >= from && at <= us(to + within)) reports.push({ at, frames: event.frames ?? 0 });
    });
    bench.atRest(() => {
      const mismatch = mismatchOf(losses, reports, within);
      const frames = reports.reduce((sum, report) => sum + report.frames, 0);
      judge({
        verdict: mismatch ? 'fail' : 'pass',
        limit: `${losses.length} losses, each reported within ${inSeconds(within)}`,
        measured: `${reports.length} gaps, ${frames} frames`,
        margin: null,
        marginUnit: null,
        at: mismatch?.at ?? to,
        because: mismatch?.because ?? `${reports.length} gaps of ${frames} frames reported for ${losses.length} losses`,
      });
    });
  },
});
