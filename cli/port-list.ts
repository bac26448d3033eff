import { existsSync, globSync, lstatSync, readlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface PortRow {
  readonly path: string;
  readonly kind: 'serial' | 'simulated';
  readonly detail: string;
}

/** The process that made a name, by the name: `heartloop-PID-N`. */
const makerOf = (path: string): number => Number(/-(\d+)-\d+$/.exec(path)?.[1]);

/** A name left by a process that was killed may lead to a terminal that has another owner by now. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Serial ports by their device nodes, and the stable names of simulated devices that are running. Never spawns a helper program. */
export function listPorts(): Promise<readonly PortRow[]> {
  const real = globSync(['/dev/ttyUSB*', '/dev/ttyACM*', '/dev/ttyAMA*', '/dev/cu.usb*']).map(
    (path): PortRow => ({ path, kind: 'serial', detail: '' }),
  );
  const simulated = globSync(join(tmpdir(), 'heartloop-*-*'))
    .filter((path) => lstatSync(path).isSymbolicLink() && existsSync(path) && isRunning(makerOf(path)))
    .map((path): PortRow => ({ path, kind: 'simulated', detail: readlinkSync(path) }));
  return Promise.resolve([...real, ...simulated]);
}
