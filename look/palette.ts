/** The tokens a canvas needs, resolved for the theme in force. */
const TOKENS = ['paper', 'grid-minor', 'grid-major', 'trace', 'text', 'muted', 'high', 'medium', 'low', 'unknown', 'line'] as const;
export type PaletteToken = (typeof TOKENS)[number];
export type Palette = Readonly<Record<PaletteToken, string>>;

/**
 * Reads the colours as the browser resolves them below `element`. A custom property is only text until it is used, so each one is
 * used once, as the colour of a probe.
 */
export function readPalette(element: HTMLElement): Palette {
  const probe = document.createElement('span');
  probe.hidden = true;
  element.append(probe);
  const colourOf = (token: PaletteToken): string => {
    probe.style.color = `var(--${token})`;
    return getComputedStyle(probe).color;
  };
  const palette = Object.fromEntries(TOKENS.map((token) => [token, colourOf(token)])) as Record<PaletteToken, string>;
  probe.remove();
  return palette;
}
