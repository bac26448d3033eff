/** Signal time as a clock: `02:14.4`. */
export function clockTime(us: number): string {
  const tenths = Math.max(0, Math.floor(us / 1e5));
  const minutes = Math.floor(tenths / 600);
  return `${String(minutes).padStart(2, '0')}:${((tenths % 600) / 10).toFixed(1).padStart(4, '0')}`;
}

/** A span in words: `34 s`, `1 min 34 s`, `2 h 5 min`. */
export function spanInWords(us: number): string {
  const s = Math.max(0, Math.floor(us / 1e6));
  if (s < 60) return `${s} s`;
  if (s < 3600) return `${Math.floor(s / 60)} min ${s % 60} s`;
  return `${Math.floor(s / 3600)} h ${Math.floor((s % 3600) / 60)} min`;
}

/** As many decimals as the step has. */
export function inSteps(value: number, step: number): string {
  const decimals = (String(step).split('.')[1] ?? '').length;
  return value.toFixed(decimals);
}

/** Units as people read them: files write `uV`. */
export const shownUnit = (unit: string): string => unit.replace('uV', 'µV');
