import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface Face {
  readonly family: string;
  readonly weight: string;
  readonly url: string;
}

const FACES: readonly Face[] = [
  {
    family: 'Inter Variable',
    weight: '100 900',
    url: import.meta.resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'),
  },
  {
    family: 'JetBrains Mono',
    weight: '400',
    url: import.meta.resolve('@fontsource/jetbrains-mono/files/jetbrains-mono-latin-400-normal.woff2'),
  },
];

/** The fonts of the look inside the page itself, so that one file shows the same everywhere, offline too. */
export function embeddedFonts(): string {
  return FACES.map(({ family, weight, url }) => {
    const data = readFileSync(fileURLToPath(url)).toString('base64');
    return `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;src:url(data:font/woff2;base64,${data}) format("woff2")}`;
  }).join('\n');
}
