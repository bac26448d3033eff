/** Commands from pages: checked, done, answered in one sentence. Whatever a page sends, nothing here throws. */
import { z } from 'zod';
import type { Monitor } from '../index.ts';
import type { Answer } from './messages.ts';

const display = z.object({
  band: z.enum(['diagnostic', 'monitor', 'st', 'surgery']),
  notch: z.union([z.literal('off'), z.literal(50), z.literal(60)]),
});

export function readAcknowledge(alarm: unknown, monitor: Monitor): Answer {
  const standing = monitor.status.alarms.find(({ id }) => id === alarm);
  if (!standing) return { ok: false, error: `there is no such alarm to acknowledge: ${shown(alarm)}` };
  monitor.acknowledge(standing.id);
  return { ok: true };
}

export function readDisplay(filter: unknown, monitor: Monitor): Answer {
  const read = display.safeParse(filter);
  if (!read.success) {
    return {
      ok: false,
      error: `not a display filter: ${shown(filter)}. band is diagnostic, monitor, st or surgery; notch is off, 50 or 60`,
    };
  }
  monitor.setDisplay(read.data);
  return { ok: true };
}

const shown = (value: unknown): string => (JSON.stringify(value) ?? String(value)).slice(0, 60);
