/** How this screen shows the traces: remembered by the browser, never sent. */
import { GAINS_MM_PER_MV, LAYOUTS, SPEEDS_MM_PER_S } from '../../../look/index.ts';

export interface Settings {
  readonly layout: string;
  readonly speedMmPerS: number;
  readonly gainMmPerMv: number;
}

const KEY = 'heartloop.monitor.display';

/** One column on a phone, two on a screen. */
const usual = (): Settings => ({ layout: innerWidth < 600 ? '12:1' : '6:2', speedMmPerS: 25, gainMmPerMv: 10 });

export function readSettings(): Settings {
  const settings = usual();
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return settings;
    const { layout, speedMmPerS, gainMmPerMv } = kept as Record<string, unknown>;
    return {
      layout: LAYOUTS.find(({ id }) => id === layout)?.id ?? settings.layout,
      speedMmPerS: SPEEDS_MM_PER_S.find((speed) => speed === speedMmPerS) ?? settings.speedMmPerS,
      gainMmPerMv: GAINS_MM_PER_MV.find((gain) => gain === gainMmPerMv) ?? settings.gainMmPerMv,
    };
  } catch {
    return settings;
  }
}

export function keepSettings(settings: Settings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // The choice lasts as long as the page.
  }
}
