/** Sinus rhythm through one bundle only. The beats are wide and still normal: class N, and no alarm for them. */
import type { Rhythm } from '../heart.ts';
import { sinusPacemaker, sinusParams } from '../sinus-node.ts';
import { LEFT_BUNDLE_BLOCK, RIGHT_BUNDLE_BLOCK } from '../waves/bundle-branch.ts';

const RATE = { min: 30, max: 200, default: 75 };

export const rbbb: Rhythm = {
  spec: {
    id: 'rbbb',
    family: 'conduction',
    title: 'Right bundle-branch block',
    about: 'Wide QRS with a second R in V1 and a broad S in I and V6; T inverted in V1.',
    params: sinusParams({ rate: RATE, qrsMs: 140, qtcMs: 410 }),
    expected: [],
  },
  begin: (heart) => ({ pacemakers: [sinusPacemaker(heart, RIGHT_BUNDLE_BLOCK)], sources: [] }),
};

export const lbbb: Rhythm = {
  spec: {
    id: 'lbbb',
    family: 'conduction',
    title: 'Left bundle-branch block',
    about: 'Wide notched R in I, V5 and V6 without Q, deep broad S in V1..V3, T against QRS.',
    params: sinusParams({ rate: RATE, qrsMs: 150, qtcMs: 430 }),
    expected: [],
  },
  begin: (heart) => ({ pacemakers: [sinusPacemaker(heart, LEFT_BUNDLE_BLOCK)], sources: [] }),
};
