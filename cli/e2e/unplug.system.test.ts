/** The monitor in its own process survives having its port pulled while bytes are under way, every time. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { resolveProfile } from '../../firmware-protocol/index.ts';
import { createSystemClock, ms, seconds } from '../../kernel/index.ts';
import { createSimulator, openPtyLink } from '../../simulator/index.ts';
import { startChildMonitor } from '../child-monitor.ts';
import { startWhenOpened } from '../power.ts';

const UNPLUGS = 200;
const RECOVERY_S_MAX = 10;

/** User and system time of a process so far, in seconds. */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

it.skipIf(process.platform !== 'linux')(
  `${UNPLUGS} unplugs in mid-burst, ${UNPLUGS} recoveries, no spinning process`,
  { timeout: 900_000 },
  async () => {
    const clock = createSystemClock();
    const profile = resolveProfile('ideal');
    const link = openPtyLink({ clock, baud: profile.baud });
    const simulator = createSimulator({ clock, seed: 7, profile, link, rhythm: 'sinus' });
    void startWhenOpened(simulator, link);
    const monitor = await startChildMonitor(['--port', link.path, '--simulated']);
    try {
      const decoded = async (): Promise<number> => (await monitor.status()).framesDecoded;
      async function recovers(from: number): Promise<boolean> {
        for (let waited = 0; waited < RECOVERY_S_MAX * 1000; waited += 20) {
          if ((await decoded()) > from + 25) return true;
          await clock.sleep(ms(20));
        }
        return false;
      }
      expect(await recovers(0)).toBe(true);
      let recovered = 0;
      for (let i = 0; i < UNPLUGS; i += 1) {
        link.unplug('mid-burst');
        const before = await decoded();
        simulator.command({ do: 'unplug' });
        await clock.sleep(ms(30 + (i % 7) * 10));
        simulator.command({ do: 'replug' });
        if (await recovers(before)) recovered += 1;
      }
      expect(recovered).toBe(UNPLUGS);
      const cpuBefore = cpuSeconds(monitor.pid);
      await clock.sleep(seconds(5));
      const cpuShare = (cpuSeconds(monitor.pid) - cpuBefore) / 5;
      process.stderr.write(`monitor after ${UNPLUGS} unplugs: ${(100 * cpuShare).toFixed(0)} % of a core\n`);
      expect(cpuShare).toBeLessThan(0.5);
    } finally {
      simulator.stop();
      await monitor.stop();
      link.close('the test ended');
    }
  },
);
