/** The console as the commands start it. */
import type { DeviceProfile } from '../firmware-protocol/index.ts';
import { renderPreview, startConsole } from '../simulator/control/index.ts';
import { RHYTHMS, type Simulator } from '../simulator/index.ts';
import { assetsDir } from './assets.ts';
import { serving } from './exit.ts';

interface ConsoleRequest {
  readonly simulator: Simulator;
  readonly port: number;
  readonly seed: number;
  readonly profile: DeviceProfile;
  readonly path: string;
  readonly monitorUrl?: string;
}

export const openConsole = (request: ConsoleRequest): Promise<{ url: string; close(): Promise<void> }> =>
  serving(
    startConsole({
      ...request,
      device: request.profile.protocol,
      rhythms: RHYTHMS,
      assetsDir: assetsDir('console'),
      renderPreview: (rhythm) => renderPreview(rhythm, request.seed),
    }),
  );
