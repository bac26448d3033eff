import { SHAPES, type ShapeName } from '../../look/index.ts';
import { type Html, html, raw } from './html.ts';

/** A state's shape as inline SVG in the colour of the text around it. */
export function shape(name: ShapeName): Html {
  const { fill, stroke, dash }: { fill?: string; stroke?: string; dash?: string } = SHAPES[name];
  const path = fill
    ? html`<path d="${fill}" fill="currentColor"/>`
    : html`<path d="${stroke ?? ''}" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"${raw(dash ? ` stroke-dasharray="${dash}"` : '')}/>`;
  return html`<svg class="shape" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">${path}</svg>`;
}
