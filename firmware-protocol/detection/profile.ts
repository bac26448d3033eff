import { lineRateMax } from '../link-budget.ts';
import type { DeviceProfile, ProtocolId } from '../profile.ts';

const BINARY_FRAMES_PER_S = 500;

/**
 * The profile in force after a `detected` event: what the device speaks, and the rate that goes with it. The rate of the profile holds
 * for its own generation; lines come as fast as the baud rate carries them, binary frames 500 a second.
 */
export function detectedProfile(
  profile: DeviceProfile,
  detected: { readonly protocol: string; readonly byteOrder: string },
): DeviceProfile {
  const protocol: ProtocolId = detected.protocol === 'ecg12-ascii' ? 'ecg12-ascii' : 'ecg12-binary';
  if (protocol === 'ecg12-ascii') {
    return protocol === profile.protocol ? profile : { ...profile, protocol, sampleRate: lineRateMax(profile.baud) };
  }
  const byteOrder = detected.byteOrder === 'lsb-first' ? 'lsb-first' : 'msb-first';
  const sampleRate = protocol === profile.protocol ? profile.sampleRate : BINARY_FRAMES_PER_S;
  return { ...profile, protocol, byteOrder, sampleRate };
}
