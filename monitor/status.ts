import { SENSED_ELECTRODES } from '../firmware-protocol/index.ts';
import type { Acquisition } from './acquisition/index.ts';
import type { MonitorStatus } from './contract.ts';
import type { FrameIntake } from './frame-intake.ts';

/** What the parts of a monitor know of its present state. Before the first frame nobody knows the protocol. */
export function statusOf(
  { stats, profile, gaps }: Acquisition,
  { pipeline }: FrameIntake,
  everLive: boolean,
): Omit<MonitorStatus, 'path' | 'connection' | 'display' | 'limits'> {
  return {
    protocol: everLive ? profile.protocol : '',
    sampleRate: profile.sampleRate,
    heartRate: pipeline.heartRate,
    framesDecoded: stats.frames,
    framesLost: stats.framesLost,
    gaps,
    checksumErrors: stats.checksumErrors,
    electrodesOff: SENSED_ELECTRODES.filter((_, e) => (pipeline.electrodesOff >>> e) & 1),
    alarms: pipeline.alarms.standing,
  };
}
