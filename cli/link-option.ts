/** Where a simulated device is plugged in: `pty`, `pty:PATH`, `serial:PATH`. */
import type { Clock } from '../kernel/index.ts';
import { type DeviceLink, openPtyLink, openSerialLink } from '../simulator/index.ts';
import { deviceFault, usage } from './exit.ts';
import { probePort } from './probe-port.ts';

export type LinkOption = { readonly kind: 'pty'; readonly symlink?: string } | { readonly kind: 'serial'; readonly path: string };

export function parseLink(text: string): LinkOption {
  const [kind, ...rest] = text.split(':');
  const where = rest.join(':');
  if (kind === 'pty') return where === '' ? { kind } : { kind, symlink: where };
  if (kind === 'serial' && where !== '') return { kind, path: where };
  if (kind === 'tcp' || kind === 'rfc2217')
    throw usage(`--link ${text}: ${kind} is not part of this version. Write pty, pty:PATH or serial:PATH`);
  throw usage(`--link ${text}: write pty, pty:PATH or serial:PATH`);
}

export async function openLink(option: LinkOption, { clock, baud }: { clock: Clock; baud: number }): Promise<DeviceLink> {
  if (option.kind === 'pty') {
    try {
      return openPtyLink({ clock, baud, ...(option.symlink === undefined ? {} : { symlink: option.symlink }) });
    } catch (error) {
      throw deviceFault(`no pseudo-terminal: ${error instanceof Error ? error.message : String(error)}`, error);
    }
  }
  const problem = probePort(option.path);
  if (problem !== undefined) throw deviceFault(problem);
  try {
    return await openSerialLink({ clock, path: option.path, baud });
  } catch (error) {
    throw deviceFault(error instanceof Error ? error.message : String(error), error);
  }
}
