import type { ReactNode } from 'react';
import { SHAPES, type ShapeName, type Shape as ShapePath } from '../../../look/index.ts';

/** The shape that goes with a state's colour. Its word stands beside it, so it is silent. */
export function Shape({ name, size = 12 }: { name: ShapeName; size?: number }): ReactNode {
  const { fill, stroke, dash }: ShapePath = SHAPES[name];
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      {fill && <path d={fill} fill="currentColor" />}
      {stroke && (
        <path
          d={stroke}
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
          strokeDasharray={dash}
        />
      )}
    </svg>
  );
}

/** Small line drawings of the page's own. Paths for a viewBox of 16 by 16. */
const LINES = {
  pulse: 'M1 9h3.4l1.6-3 2.6 7 2.4-11 1.6 7H15',
  search: 'M6.8 2.4a4.4 4.4 0 1 0 0 8.8 4.4 4.4 0 1 0 0-8.8Zm3.2 7.6 3.6 3.6',
  chevron: 'm6 4 4 4-4 4',
  arrow: 'M1.5 8h13m-4-4 4 4-4 4',
  swap: 'M3 5.5h10.5M11 3l2.5 2.5L11 8M13 10.5H2.5M5 8l-2.5 2.5L5 13',
} as const;

export function Line({ name, size = 16 }: { name: keyof typeof LINES; size?: number }): ReactNode {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={LINES[name]} />
    </svg>
  );
}
