/** The catalogue. A new rhythm is one file in this folder and one line here. */
import type { RhythmSpec } from '../../contract.ts';
import type { Rhythm } from '../heart.ts';
import { asystole } from './asystole.ts';
import { afCoarse } from './atrial-fibrillation.ts';
import { flutter21 } from './atrial-flutter.ts';
import { avBlock2Wenckebach, avBlock3 } from './av-block.ts';
import { lbbb, rbbb } from './bundle-branch-block.ts';
import { pacedVentricular } from './paced-ventricular.ts';
import { bigeminy, couplet, pvc } from './premature-ventricular.ts';
import { sinus } from './sinus.ts';
import { sinusArrhythmia } from './sinus-arrhythmia.ts';
import { vfCoarse } from './ventricular-fibrillation.ts';
import { vtMonomorphic } from './ventricular-tachycardia.ts';

const CATALOGUE: readonly Rhythm[] = [
  sinus,
  sinusArrhythmia,
  afCoarse,
  flutter21,
  pvc,
  bigeminy,
  couplet,
  vtMonomorphic,
  vfCoarse,
  asystole,
  avBlock2Wenckebach,
  avBlock3,
  rbbb,
  lbbb,
  pacedVentricular,
];

export const RHYTHMS: readonly RhythmSpec[] = CATALOGUE.map((rhythm) => rhythm.spec);

/** Throws a RangeError that lists the catalogue. */
export function findRhythm(id: string): Rhythm {
  const found = CATALOGUE.find((rhythm) => rhythm.spec.id === id);
  if (!found) throw new RangeError(`no rhythm "${id}"; known: ${RHYTHMS.map((spec) => spec.id).join(', ')}`);
  return found;
}
