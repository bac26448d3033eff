import type { SimulatorState } from '../../contract.ts';

/** What is wrong right now by somebody's wish, in few words each. */
export function activeFaults({ electrodesOff, swapped, plugged, muted }: SimulatorState): string[] {
  const electrodes =
    electrodesOff.length > 3 ? [`${electrodesOff.length} electrodes off`] : electrodesOff.map((electrode) => `${electrode} off`);
  return [
    ...electrodes,
    ...(swapped ? [`${swapped.join(' and ')} swapped`] : []),
    ...(plugged ? [] : ['unplugged']),
    ...(muted ? ['device mute'] : []),
  ];
}
