import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface Face {
  readonly family: string;
  readonly weight: string;
  readonly file: string;
}

const FACES: readonly Face[] = [
  { family: 'Inter Variable', weight: '100 900', file: '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2' },
  { family: 'JetBrains Mono', weight: '400', file: '@fontsource/jetbrains-mono/files/jetbrains-mono-latin-400-normal.woff2' },
];

/** The fonts of the look inside the page itself, so that one file shows the same everywhere, offline too. */
export function embeddedFonts(): string {
  return FACES.map(({ family, weight, file }) => {
    const data = readFileSync(fileURLToPath(import.meta.resolve(file))).toString('base64');
    return `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;src:url(data:font/woff2;base64,${data}) format("woff2")}`;
  }).join('\n');
}
