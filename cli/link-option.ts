/** Where a simulated device is plugged in: `pty`, `pty:PATH`, `serial:PATH`. */
import { existsSync } from 'node:fs';
import type { Clock } from '../kernel/index.ts';
import { type DeviceLink, openPtyLink, openSerialLink } from '../simulator/index.ts';
import { deviceFault, usage } from './exit.ts';

export type LinkOption = { readonly kind: 'pty'; readonly symlink?: string } | { readonly kind: 'serial'; readonly path: string };

export function parseLink(text: string): LinkOption {
  const [kind, ...rest] = text.split(':');
  const where = rest.join(':');
  if (kind === 'pty') return where === '' ? { kind } : { kind, symlink: where };
  if (kind === 'serial' && where !== '') return { kind, path: where };
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
  if (!existsSync(option.path)) throw deviceFault(`${option.path}: no such port. See what is there with: heartloop ports`);
  try {
    return await openSerialLink({ clock, path: option.path, baud });
  } catch (error) {
    throw deviceFault(error instanceof Error ? error.message : String(error), error);
  }
}
