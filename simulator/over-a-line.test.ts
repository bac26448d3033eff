/** The whole simulator on a paced line, read by an unmodified serial port stream. */
import { expect, it } from 'vitest';
import { linkBudget, resolveProfile } from '../firmware-protocol/index.ts';
import { createVirtualClock, seconds } from '../kernel/index.ts';
import type { SimulatorCommand } from './contract.ts';
import { decodeAll } from './decoding.ts';
import { createSimulator, createTwinLink } from './index.ts';

const PROFILE = resolveProfile('field');

async function receive(
  forS: number,
  plan: readonly (readonly [number, SimulatorCommand])[] = [],
): Promise<{ bytes: Uint8Array; made: number[][] }> {
  const clock = createVirtualClock();
  const link = createTwinLink({ clock, baud: PROFILE.baud });
  const simulator = createSimulator({ clock, seed: 7, profile: PROFILE, link, rhythm: 'sinus', startUpZeros: 0, until: seconds(forS) });
  const made: number[][] = [];
  simulator.onFrames(({ samples, count }) => {
    for (let i = 0; i < count; i += 1) made.push([...samples.subarray(8 * i, 8 * i + 8)]);
  });
  const host = link.connect(link.path, PROFILE.baud);
  const chunks: Buffer[] = [];
  host.on('data', (chunk: Buffer) => chunks.push(chunk));
  host.on('error', () => undefined); // the port vanishes in one of the runs
  host.open();
  clock.at(seconds(0.1), 'power', () => simulator.start());
  for (const [atS, command] of plan) clock.at(seconds(atS), 'command', () => simulator.command(command));
  await clock.runUntil(seconds(forS + 1));
  simulator.stop();
  link.close('the test is over');
  return { bytes: Uint8Array.from(Buffer.concat(chunks)), made };
}

it('every frame crosses a line of 115200 baud, in order and whole', async () => {
  expect(linkBudget(PROFILE).fits).toBe(true);
  const { bytes, made } = await receive(10);
  const decoded = decodeAll(bytes, PROFILE);
  expect(made).toHaveLength(5000);
  expect([...decoded.frames.values()]).toEqual(made);
  expect(decoded.stats).toMatchObject({ framesLost: 0, bytesDiscarded: 0, checksumErrors: 0 });
});

it('unplugged in mid-stream, the host has an unbroken run of frames from before and nothing else', async () => {
  const { bytes, made } = await receive(4, [[2.1, { do: 'unplug' }]]);
  const decoded = decodeAll(bytes, PROFILE);
  const count = decoded.frames.size;
  expect(count).toBeGreaterThan(900);
  expect([...decoded.frames.values()]).toEqual(made.slice(0, count));
  expect(made).toHaveLength(1000);
});
