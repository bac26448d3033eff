/** Premature ventricular complexes: one at a time, every other beat, or in pairs. */
import { ECTOPY_PARAMS, ectopicPacemaker, everyParam } from '../ectopy.ts';
import type { Rhythm } from '../heart.ts';
import { LEFT_FOCUS, RIGHT_FOCUS } from '../waves/ventricular.ts';

export const pvc: Rhythm = {
  spec: {
    id: 'pvc',
    family: 'ectopy',
    title: 'Single PVCs',
    about: 'Sinus rhythm with one early, wide beat every few beats, T against QRS, then a full compensatory pause.',
    params: [...ECTOPY_PARAMS, everyParam(5)],
    expected: [],
  },
  begin: (heart) => ({
    sources: [],
    pacemakers: [ectopicPacemaker(heart, { every: () => Math.round(heart.param('every')), ectopics: 1, focus: RIGHT_FOCUS })],
  }),
};

export const bigeminy: Rhythm = {
  spec: {
    id: 'bigeminy',
    family: 'ectopy',
    title: 'Ventricular bigeminy',
    about: 'Every sinus beat is followed by an early wide one, upright in V1. The rate counts all beats.',
    params: ECTOPY_PARAMS,
    expected: ['bigeminy'],
  },
  begin: (heart) => ({ sources: [], pacemakers: [ectopicPacemaker(heart, { every: () => 1, ectopics: 1, focus: LEFT_FOCUS })] }),
};

export const couplet: Rhythm = {
  spec: {
    id: 'couplet',
    family: 'ectopy',
    title: 'Couplets',
    about: 'Sinus rhythm with two wide beats in a row, 150 a minute, every few beats.',
    params: [...ECTOPY_PARAMS, everyParam(6)],
    expected: ['couplet'],
  },
  begin: (heart) => ({
    sources: [],
    pacemakers: [ectopicPacemaker(heart, { every: () => Math.round(heart.param('every')), ectopics: 2, focus: RIGHT_FOCUS })],
  }),
};
