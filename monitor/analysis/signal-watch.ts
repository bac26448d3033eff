/**
 * Which leads can be believed. Connection bits mute a lead at once, for its transient must not reach the detector; they move an
 * electrode's state after a short while. Where the device says nothing, rails speak.
 */
import { ALL_CONNECTED, SENSED_ELECTRODES, type SensedElectrode } from '../../firmware-protocol/index.ts';
import { createConnectionBits } from './connection-bits.ts';
import { createElectrodeMap, electrodeBit } from './electrode-map.ts';
import { createRailWatch } from './rail-watch.ts';

/** A hole longer than this breaks the interval it lies in; one longer than that begins a new stretch of signal. */
const HOLE_S = 0.05;
const STRETCH_S = 1;

export interface FrameFlags {
  /** Mask over SENSED_ELECTRODES per frame, as in FrameBlock. */
  readonly connected?: Uint16Array;
  /** Per frame: bit `lead` when the sample is at the upper rail, bit `8 + lead` when at the lower one. For up to eight leads. */
  readonly rails?: Uint16Array;
}

export interface ElectrodeChange {
  readonly electrode: SensedElectrode;
  readonly state: 'on' | 'off';
}

export interface SignalWatch {
  /**
   * Looks at frames `from .. from + count` of a block and marks in `muted[i]` the leads that must not be used in frame `from + i`.
   * `index` is the stream index of the first one.
   */
  scan(mv: Float32Array, flags: FrameFlags, from: number, count: number, index: number, muted: Uint32Array): void;
  /** At fixed sample times. What changed since the last one. */
  tick(index: number): readonly ElectrodeChange[];
  /** Mask over SENSED_ELECTRODES of those that are off. */
  readonly electrodesOff: number;
  /** Mask over leads that are usable. */
  readonly usable: number;
  /** Index of the last frame with a usable lead, and of the first one after the last long silence of all leads. -1 before any. */
  readonly lastHeard: number;
  readonly heardSince: number;
}

export interface SignalWatchOptions {
  readonly sampleRate: number;
  readonly leads: readonly string[];
  readonly tickFrames: number;
  /** There was a hole in all leads from frame `index` on, and now the signal is back. */
  readonly onHole: (index: number) => void;
}

const NO_CHANGE: readonly ElectrodeChange[] = [];

export function createSignalWatch({ sampleRate, leads, tickFrames, onHole }: SignalWatchOptions): SignalWatch {
  const all = 2 ** leads.length - 1;
  const map = createElectrodeMap(leads);
  const bits = createConnectionBits(sampleRate);
  const rails = createRailWatch({ leads: leads.length, tickFrames });
  let off = 0;
  let lastHeard = -1;
  let heardSince = -1;

  function hear(index: number): void {
    const missing = index - lastHeard - 1;
    if (lastHeard < 0 || missing > STRETCH_S * sampleRate) heardSince = index;
    if (lastHeard >= 0 && missing > HOLE_S * sampleRate) onHole(lastHeard + 1);
    lastHeard = index;
  }

  function broken(mv: Float32Array, at: number): number {
    let mask = 0;
    for (let lead = 0; lead < leads.length; lead += 1) if (!Number.isFinite(mv[at + lead]!)) mask |= 1 << lead;
    return mask;
  }

  const missing = (): number => map.leadsWithout((ALL_CONNECTED & ~bits.now) | off) | rails.railed;

  function scan(mv: Float32Array, flags: FrameFlags, from: number, count: number, index: number, muted: Uint32Array): void {
    let without = missing();
    for (let i = 0; i < count; i += 1) {
      const connected = flags.connected === undefined ? ALL_CONNECTED : flags.connected[from + i]! & ALL_CONNECTED;
      if (connected !== bits.now) {
        bits.change(connected, index + i);
        without = missing();
      }
      const atRails = flags.rails === undefined ? 0 : flags.rails[from + i]!;
      if (atRails !== 0) rails.count(atRails);
      const mute = without | broken(mv, (from + i) * leads.length);
      muted[i] = mute;
      if (mute !== all) hear(index + i);
    }
  }

  function tick(index: number): readonly ElectrodeChange[] {
    bits.tick(index);
    rails.tick();
    const before = off;
    // a lead that lacks an electrode the device names says nothing about its others: without LA every chest lead loses its reference
    off = bits.off | map.electrodesBehind(rails.railed & ~map.leadsWithout(bits.off));
    if (off === before) return NO_CHANGE;
    return SENSED_ELECTRODES.filter((one) => (off ^ before) & electrodeBit(one)).map((electrode) => ({
      electrode,
      state: off & electrodeBit(electrode) ? 'off' : 'on',
    }));
  }

  return {
    scan,
    tick,
    get electrodesOff() {
      return off;
    },
    get usable() {
      return all & ~(map.leadsWithout(off) | rails.railed);
    },
    get lastHeard() {
      return lastHeard;
    },
    get heardSince() {
      return heardSince;
    },
  };
}
