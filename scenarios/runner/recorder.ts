import { type Cancel, type Clock, type Micros, type TraceSink, us } from '../../kernel/index.ts';
import type { Monitor } from '../../monitor/index.ts';
import type { DeviceLink, Simulator } from '../../simulator/index.ts';
import { type BenchFeed, createBench } from '../expect/bench.ts';
import type { ScenarioPlan } from '../plan/plan.ts';
import { createSampleHash } from './sample-hash.ts';
import { createWaveLog, type WaveLog } from './wave-log.ts';

export interface RecorderOptions {
  readonly plan: ScenarioPlan;
  readonly clock: Clock;
  readonly origin: Micros;
  readonly end: Micros;
  readonly simulator: Simulator;
  readonly monitor: Monitor;
  readonly link: DeviceLink;
  readonly trace: TraceSink;
}

/** Truth, device, link and monitor on one time: into the trace, and onto the bench where expectations watch. */
export interface Recorder {
  readonly bench: BenchFeed;
  readonly waves: WaveLog;
  emit(src: string, kind: string, data: unknown): void;
  close(): void;
}

export function openRecorder({ plan, clock, origin, end, simulator, monitor, link, trace }: RecorderOptions): Recorder {
  let sent = 0;
  const waves = createWaveLog();
  const bench = createBench({
    clock,
    origin,
    end,
    driftPpm: plan.driftPpm,
    sampleRate: plan.device.sampleRate,
    counts: () => {
      const { framesDecoded: decoded, framesLost: lost, gaps, checksumErrors } = monitor.status;
      return { sent, decoded, lost, gaps, checksumErrors };
    },
  });
  const emit = (src: string, kind: string, data: unknown): void => trace.emit({ at: us(clock.now() - origin), src, kind, data });
  const hash = createSampleHash({
    framesPerHash: Math.round(plan.device.sampleRate),
    tell: (second, counts) => emit('device', 'signal', { second, counts }),
  });

  const cancels: readonly Cancel[] = [
    simulator.onTruth((event) => {
      emit('patient', event.kind, event);
      bench.patient(event);
    }),
    simulator.onFrames((frames) => {
      sent += frames.count;
      hash.add(frames);
    }),
    simulator.onFault(({ frame, fault }) => emit('device', 'fault', { frame, ...fault })),
    link.onEvent((event) => emit('link', event, {})),
    monitor.onEvent((event) => {
      emit('monitor', event.kind, event);
      bench.monitor(event);
    }),
    monitor.onWave((block) => waves.add(block)),
  ];
  return {
    bench,
    waves,
    emit,
    close() {
      for (const cancel of cancels) cancel();
    },
  };
}
