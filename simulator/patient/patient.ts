/** A virtual patient: asks the conductor what begins when, draws frames in between, and tells the truth as its instants pass. */
import { assert, type Micros, type Prng, us } from '../../kernel/index.ts';
import type { ParamValues, Patient } from '../contract.ts';
import type { TruthEvent, TruthListener } from '../truth.ts';
import { createConductor } from './conductor.ts';
import { findRhythm } from './rhythms/index.ts';
import { createRunningBells } from './running-bells.ts';
import { createTruthQueue } from './truth-queue.ts';
import { LEAD_COUNT } from './waves/dower.ts';

export interface PatientOptions {
  readonly prng: Prng;
  /** Frames a second, 10..100_000; may be fractional (a device clock that drifts). */
  readonly sampleRate: number;
  readonly rhythm: string;
  readonly params?: ParamValues;
}

const SAMPLE_RATE = { min: 10, max: 100_000 };

/** Throws a RangeError for an unknown rhythm, a setting out of range or a sample rate that no device has. */
export function createPatient({ prng, sampleRate, rhythm, params = {} }: PatientOptions): Patient {
  if (!(sampleRate >= SAMPLE_RATE.min && sampleRate <= SAMPLE_RATE.max)) {
    throw new RangeError(`sample rate must be ${SAMPLE_RATE.min}..${SAMPLE_RATE.max} Hz, got ${sampleRate}`);
  }
  const microsPerFrame = 1e6 / sampleRate;
  const bells = createRunningBells(microsPerFrame);
  const truth = createTruthQueue();
  const conductor = createConductor({ prng, bells, truth, microsPerFrame, rhythm: findRhythm(rhythm), params });
  const listeners = new Set<TruthListener>();
  let frame = 0;
  let rendering = false;

  const now = (): Micros => us(frame * microsPerFrame);
  const tell = (event: TruthEvent): void => {
    for (const listener of listeners) listener(event);
  };

  /** Frames from the next one on in which nothing begins, at most `most`. The same answer from wherever it is asked. */
  function quietFrames(most: number): number {
    if (conductor.next >= (frame + most) * microsPerFrame) return most;
    let begins = Math.ceil(conductor.next / microsPerFrame);
    while (begins * microsPerFrame < conductor.next) begins += 1;
    while ((begins - 1) * microsPerFrame >= conductor.next) begins -= 1;
    return Math.min(most, begins - frame);
  }

  function draw(out: Float32Array, count: number): void {
    out.fill(0, 0, count * LEAD_COUNT);
    let done = 0;
    while (done < count) {
      conductor.advance(frame * microsPerFrame);
      const n = quietFrames(count - done);
      for (const carrier of conductor.carriers) if (!carrier.endedBy(frame * microsPerFrame)) carrier.render(out, done, frame, n);
      bells.render(out, done, frame, n);
      frame += n;
      done += n;
      truth.release((frame - 1) * microsPerFrame, tell);
    }
  }

  function render(out: Float32Array, count: number): void {
    assert(out.length >= count * LEAD_COUNT, `render needs ${count * LEAD_COUNT} places, got ${out.length}`);
    assert(!rendering, 'a truth listener may not render or change the patient: do it after render returns');
    rendering = true;
    try {
      draw(out, count);
    } finally {
      rendering = false;
    }
  }

  function setRhythm(id: string, values: ParamValues = {}): void {
    assert(!rendering, 'a truth listener may not render or change the patient: do it after render returns');
    conductor.change(findRhythm(id), values, now());
  }

  function setParams(values: ParamValues): void {
    assert(!rendering, 'a truth listener may not render or change the patient: do it after render returns');
    conductor.set(values, now());
  }

  return {
    get now() {
      return now();
    },
    render,
    setRhythm,
    setParams,
    onTruth: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
