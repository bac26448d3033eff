import { z } from 'zod';
import type { Path } from './complaint.ts';
import { scenario } from './scenario.ts';

interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly const?: unknown;
}

const root = z.toJSONSchema(scenario, { io: 'input', reused: 'inline' }) as Shape;

/** The branch of a union that a value was meant to be: the kind it names, else the one it shares most keys with. */
function branchFor(shape: Shape, value: unknown): Shape {
  const branches = shape.anyOf ?? shape.oneOf;
  if (!branches) return shape;
  const given = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const score = ({ properties = {} }: Shape): number => {
    const kind = properties['kind']?.const;
    const shared = Object.keys(given).filter((key) => key in properties).length;
    return shared + (kind !== undefined && kind === given['kind'] ? 100 : 0);
  };
  return branchFor(branches.toSorted((a, b) => score(b) - score(a))[0]!, value);
}

/** The keys that the map at `path` may have. */
export function knownKeys(data: unknown, path: Path): readonly string[] {
  let shape: Shape | undefined = branchFor(root, data);
  let value = data;
  for (const key of path) {
    value = (value as Record<string | number, unknown> | undefined)?.[key];
    const inner: Shape | undefined = typeof key === 'number' ? shape.items : shape.properties?.[key];
    if (!inner) return [];
    shape = branchFor(inner, value);
  }
  return Object.keys(shape.properties ?? {});
}
