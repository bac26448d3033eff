import { type DeviceProfile, resolveProfile } from '../../firmware-protocol/index.ts';
import type { DeviceSpec, LinkSpec } from '../schema/device.ts';

/** The profile a scenario asks for. Throws the RangeError of resolveProfile when there is none. */
export function profileOf({ device, link }: { device: DeviceSpec; link: LinkSpec }): DeviceProfile {
  const overrides = {
    protocol: device.protocol,
    sampleRate: device.rate,
    checksum: device.checksum,
    byteOrder: device.byteOrder,
    counterModulo: device.counterModulo,
    countsPerMv: device.countsPerMv,
    chestReference: device.chestReference,
    baud: link.baud,
  };
  const given = Object.fromEntries(Object.entries(overrides).filter(([, value]) => value !== undefined));
  return resolveProfile(device.profile, given);
}
