/**
 * The symbols of MIT annotation codes, by code: index 1 is `N`. Codes 42..49 are free for applications and appear as `[42]`.
 * Source: WFDB Programmer's Guide, ecgcodes.h.
 */
const UNUSED = '.';
const SYMBOLS = '. N L R a V F J A S E j / Q ~ . | . s T * D " = p B ^ t + u ? ! [ ] e n @ x f ( ) r'.split(' ');

/** The largest code an annotation can have. */
export const CODE_MAX = 49;

const CODES: ReadonlyMap<string, number> = new Map(SYMBOLS.flatMap((symbol, code) => (symbol === UNUSED ? [] : [[symbol, code]])));

export function symbolOf(code: number): string {
  const symbol = SYMBOLS[code];
  return symbol === undefined || symbol === UNUSED ? `[${code}]` : symbol;
}

/** The code of a symbol, or undefined when there is none. */
export function codeOf(symbol: string): number | undefined {
  const known = CODES.get(symbol);
  if (known !== undefined) return known;
  const code = Number(/^\[(\d+)\]$/.exec(symbol)?.[1]);
  return code >= 1 && code <= CODE_MAX && symbolOf(code) === symbol ? code : undefined;
}

const BEATS: ReadonlySet<string> = new Set('NLRBAaJSVrFejnE/fQ?');

/** Whether a symbol stands for a beat, as comparators of beats count them. */
export const isBeat = (symbol: string): boolean => BEATS.has(symbol);

/** Symbols that can be written, in order of their codes. */
export const ANNOTATION_SYMBOLS: readonly string[] = [...CODES.keys()];
