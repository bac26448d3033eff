import { SHAPES, type Shape as ShapeData, type ShapeName } from '../../../look/index.ts';

/** The shape of a state, in the colour of the text around it. The word beside it says the same, so readers skip it. */
export function Shape({ name, size = 16 }: { name: ShapeName; size?: number }) {
  const shape: ShapeData = SHAPES[name];
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      {shape.fill && <path d={shape.fill} fill="currentColor" />}
      {shape.stroke && (
        <path
          d={shape.stroke}
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
          strokeDasharray={shape.dash}
        />
      )}
    </svg>
  );
}
