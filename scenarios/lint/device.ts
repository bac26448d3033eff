import { type DeviceProfile, linkBudget, PROFILES, TRANSMITTED_LEADS } from '../../firmware-protocol/index.ts';
import { profileOf } from '../plan/device-profile.ts';
import type { Finding } from '../schema/complaint.ts';
import { suggestion } from '../schema/nearest.ts';
import type { Rule } from './rule.ts';

const ADC_BITS = 12;

/** The device exists, and what it sends fits through its wire. */
export const device: Rule = ({ scenario }) => {
  const { profile: id, leads = TRANSMITTED_LEADS.length, bits = ADC_BITS } = scenario.device;
  if (!Object.hasOwn(PROFILES, id)) {
    return [{ path: ['device', 'profile'], text: `unknown device profile "${id}": ${suggestion(id, Object.keys(PROFILES))}` }];
  }
  let profile: DeviceProfile;
  try {
    profile = profileOf(scenario);
  } catch (error) {
    return [{ path: ['device'], text: (error as RangeError).message }];
  }
  const budget = linkBudget(profile, { leads });
  const place: Finding['path'] = scenario.link.baud === undefined ? ['device'] : ['link', 'baud'];
  if (!budget.fits)
    return [{ path: place, text: `the link cannot carry ${leads} leads x ${bits} bit x ${profile.sampleRate} Hz: ${budget.text}` }];
  if (leads !== TRANSMITTED_LEADS.length || bits !== ADC_BITS) {
    const text = `${profile.protocol} sends ${TRANSMITTED_LEADS.length} leads of ${ADC_BITS} bit, not ${leads} of ${bits}: leave "leads" and "bits" out`;
    return [{ path: ['device'], text }];
  }
  return [];
};
