import type { ParamValues } from '../../contract.ts';

/** Parameters as they were asked for: those in force, overlaid with those that wait for a beat, oldest first. */
export function askedParams(inForce: ParamValues, waiting: readonly ParamValues[]): ParamValues {
  return Object.assign({}, inForce, ...waiting);
}
