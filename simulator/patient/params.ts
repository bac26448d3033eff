/** The settings of rhythms: their ranges, and the sentence for a value outside them. */
import type { ParamSpec, ParamValues, RhythmSpec } from '../contract.ts';

type Range = Omit<ParamSpec, 'id' | 'title' | 'unit'>;

export const rateParam = (range: Pick<Range, 'min' | 'max' | 'default'>): ParamSpec => ({
  id: 'rate',
  title: 'Ventricular rate',
  unit: 'bpm',
  step: 1,
  ...range,
});

export const HRV_PARAM: ParamSpec = {
  id: 'hrv',
  title: 'Variability (SDNN up to 100 bpm, less above; 0 is a metronome)',
  unit: 'ms',
  min: 0,
  max: 150,
  step: 1,
  default: 8,
};
export const PR_PARAM: ParamSpec = { id: 'pr', title: 'PR at rest', unit: 'ms', min: 100, max: 320, step: 1, default: 163 };
export const qtcParam = (ms: number): ParamSpec => ({
  id: 'qtc',
  title: 'QTc (Fridericia)',
  unit: 'ms',
  min: 280,
  max: 600,
  step: 1,
  default: ms,
});
export const T_SCALE_PARAM: ParamSpec = { id: 't', title: 'T wave height', unit: '%', min: 0, max: 400, step: 5, default: 100 };
export const qrsParam = (ms: number): ParamSpec => ({ id: 'qrs', title: 'QRS width', unit: 'ms', min: 60, max: 200, step: 1, default: ms });

/** `values` over `base`, checked. Throws a RangeError that names the rhythm, the setting and what it accepts. */
export function mergeParams(spec: RhythmSpec, base: ParamValues, values: ParamValues): ParamValues {
  for (const [id, value] of Object.entries(values)) {
    const known = spec.params.find((param) => param.id === id);
    if (!known) {
      const ids = spec.params.map((param) => param.id).join(', ');
      throw new RangeError(`${spec.id} has no setting "${id}"; ${ids ? `it has ${ids}` : 'it has none'}`);
    }
    if (!(value >= known.min && value <= known.max)) {
      throw new RangeError(`${spec.id} ${id} must be ${known.min}..${known.max} ${known.unit}, got ${value}`);
    }
  }
  return { ...base, ...values };
}

export const defaultParams = (spec: RhythmSpec): ParamValues => Object.fromEntries(spec.params.map((param) => [param.id, param.default]));
