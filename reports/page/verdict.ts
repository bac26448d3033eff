import type { ShapeName } from '../../look/index.ts';
import type { Verdict } from '../model/result.ts';
import { type Html, html } from './html.ts';
import { shape } from './shape.ts';

const MARKS: Readonly<Record<Verdict, { readonly word: string; readonly shape: ShapeName }>> = {
  pass: { word: 'Pass', shape: 'pass' },
  marginal: { word: 'Marginal', shape: 'medium' },
  fail: { word: 'Fail', shape: 'high' },
  inconclusive: { word: 'Inconclusive', shape: 'pending' },
  error: { word: 'Error', shape: 'voided' },
};

/** Worst first: what a reader wants to see at the top. */
export const VERDICTS: readonly Verdict[] = ['error', 'fail', 'inconclusive', 'marginal', 'pass'];

/** A verdict with its word and shape: colour never speaks alone. */
export function verdictMark(verdict: Verdict): Html {
  const mark = MARKS[verdict];
  return html`<span class="verdict ${verdict}">${shape(mark.shape)}<span>${mark.word}</span></span>`;
}
