import { type ReactNode, useEffect, useRef, useState } from 'react';
import { TRANSMITTED_LEADS, type TransmittedLead } from '../../../firmware-protocol/index.ts';
import { drawStrip, onThemeChange, readPalette, type StripOptions } from '../../../look/index.ts';
import { STRIP_SECONDS } from '../messages.ts';
import { beatsIn, summarise } from './beats.ts';
import type { ConsoleClient } from './client.ts';
import { thin } from './thin.ts';
import { useClient, useView } from './use-console.ts';

/** Three leads at a time, so that each has room for its true amplitude. Together: all eight the device sends. */
const CHOICES: readonly (readonly TransmittedLead[])[] = [
  ['II', 'V1', 'V5'],
  ['I', 'II', 'V2'],
  ['V3', 'V4', 'V6'],
];
const ROW_MM = 30;
const LANE_PX = 42;
const SPEED_MM_PER_S = 25;
const MARGINS_MM = 14;
/** A narrow window shows less time rather than a smaller scale. */
const NARROW = { px: 600, seconds: 5 };
/** Closer together, several changes are one line: a bar of dashes would hide the trace. */
const MOMENT_APART_S = 0.08;
/** Closer to the left edge, a beat's letter would stand on the name of its lane. */
const LABEL_FROM_S = 0.12;

/** What the device sends, the last ten seconds, with the truth above it. */
export function StripView({ title }: { title: string }): ReactNode {
  const client = useClient();
  const { status, truth } = useView();
  const [leads, setLeads] = useState(CHOICES[0]!);
  const canvas = useRef<HTMLCanvasElement>(null);
  useStrip(client, canvas, leads);

  const end = status?.state.at ?? 0;
  const summary = summarise(beatsIn(truth, end - STRIP_SECONDS * 1e6, end));
  const rr = summary.rrMeanMs === null ? '' : `; RR ${summary.rrMeanMs.toFixed(0)} ms on average, CV ${(summary.rrCv ?? 0).toFixed(2)}`;
  const beats = summary.count === 0 ? 'No beats' : `${summary.count} beats, ${summary.classes}${rr}`;
  return (
    <figure className="paper">
      <div className="lanes label" aria-hidden="true">
        <span>RR ms</span>
        <b>Truth</b>
      </div>
      <canvas
        ref={canvas}
        role="img"
        aria-label={`Leads ${leads.join(', ')} as the device sends them, at 25 mm/s and 10 mm/mV: ${title}. ${beats}.`}
      />
      {status?.state.plugged === false && <p className="plate">Unplugged: nothing is sent</p>}
      <figcaption className="label">
        <span>25 mm/s, 10 mm/mV</span>
        <span>{beats}</span>
        <fieldset className="seg compact">
          <legend className="sr">Leads shown</legend>
          {CHOICES.map((choice) => (
            <label key={choice.join()}>
              <input type="radio" name="leads" checked={choice === leads} onChange={() => setLeads(choice)} />
              {choice.join(' ')}
            </label>
          ))}
        </fieldset>
      </figcaption>
    </figure>
  );
}

/** Paints when a batch has come, at most once per frame of the screen; nothing of it passes through React. */
function useStrip(client: ConsoleClient, ref: React.RefObject<HTMLCanvasElement | null>, leads: readonly TransmittedLead[]): void {
  useEffect(() => {
    const canvas = ref.current;
    if (!canvas) return undefined;
    let palette = readPalette(document.body);
    let due: number | undefined;
    const paint = (): void => {
      due = undefined;
      const width = canvas.clientWidth;
      const seconds = width < NARROW.px ? NARROW.seconds : STRIP_SECONDS;
      const strip = stripOf(client, leads, { seconds, pxPerS: (width * devicePixelRatio) / (seconds + MARGINS_MM / SPEED_MM_PER_S) });
      const height = LANE_PX + Math.round((leads.length * ROW_MM * width) / (seconds * SPEED_MM_PER_S + MARGINS_MM));
      canvas.style.height = `${height}px`;
      if (strip && width > 0) drawStrip({ canvas, width, height, ratio: devicePixelRatio, palette, ...strip });
    };
    const ask = (): void => void (due ??= requestAnimationFrame(paint));
    const resize = new ResizeObserver(ask);
    resize.observe(canvas);
    const cancels = [
      client.onWave(ask),
      onThemeChange(() => {
        palette = readPalette(document.body);
        ask();
      }),
      () => resize.disconnect(),
      () => due !== undefined && cancelAnimationFrame(due),
    ];
    ask();
    return () => {
      for (const cancel of cancels) cancel();
    };
  }, [client, ref, leads]);
}

type StripContent = Pick<StripOptions, 'leads' | 'sampleRate' | 'seconds' | 'showRr' | 'beats' | 'moments'>;

function stripOf(
  { signal, view }: ConsoleClient,
  leads: readonly TransmittedLead[],
  { seconds, pxPerS }: { seconds: number; pxPerS: number },
): StripContent | undefined {
  if (!signal || Number.isNaN(signal.endUs)) return undefined;
  const { sampleRate } = signal;
  const factor = Math.max(1, Math.floor(sampleRate / pxPerS));
  // Buckets are cut at fixed samples of the stream, so that the picture moves without shimmering.
  const end = Math.round((signal.endUs * sampleRate) / 1e6);
  const first = Math.ceil((end - seconds * sampleRate) / factor) * factor;
  const skip = first - end;
  const startUs = (first / sampleRate) * 1e6;
  const atS = (us: number): number => (us - startUs) / 1e6;
  return {
    seconds,
    sampleRate: factor <= 2 ? sampleRate : (2 * sampleRate) / factor,
    showRr: true,
    leads: leads.map((name) => ({ name, samples: thin(signal.window(TRANSMITTED_LEADS.indexOf(name)).subarray(skip), factor) })),
    // From before the strip: the first interval on it has a beginning.
    beats: beatsIn(view.truth, startUs - 3e6, signal.endUs).map((beat) => {
      const beatS = atS(beat.fiducials.rPeak);
      return { atS: beatS, label: beatS < LABEL_FROM_S ? '' : labelOf(beat.class) };
    }),
    moments: view.journal
      .flatMap(({ appliedAt }) => (appliedAt !== null && appliedAt >= startUs ? [atS(appliedAt)] : []))
      .toSorted((a, b) => a - b)
      .reduce<{ atS: number }[]>((apart, at) => (at - (apart.at(-1)?.atS ?? -1) < MOMENT_APART_S ? apart : [...apart, { atS: at }]), []),
  };
}

const labelOf = (beatClass: string): string => (beatClass === 'paced' ? '/' : beatClass);
