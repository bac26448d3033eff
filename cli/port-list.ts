import { globSync, lstatSync, readlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface PortRow {
  readonly path: string;
  readonly kind: 'serial' | 'simulated';
  readonly detail: string;
}

/** Serial ports by their device nodes, and the stable names of simulated devices that are running. Never spawns a helper program. */
export function listPorts(): Promise<readonly PortRow[]> {
  const real = globSync(['/dev/ttyUSB*', '/dev/ttyACM*', '/dev/ttyAMA*', '/dev/cu.usb*']).map(
    (path): PortRow => ({ path, kind: 'serial', detail: '' }),
  );
  const simulated = globSync(join(tmpdir(), 'heartloop-*-*'))
    .filter((path) => lstatSync(path).isSymbolicLink())
    .map((path): PortRow => ({ path, kind: 'simulated', detail: readlinkSync(path) }));
  return Promise.resolve([...real, ...simulated]);
}
