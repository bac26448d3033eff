import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AlarmEvent, AlarmState } from '../events.ts';
import { type AlarmMachine, createAlarmMachine } from './alarm-machine.ts';

/** What the standard asks for, in its plainest form: does the condition stand, has anyone seen it. */
interface Model {
  condition: boolean;
  seen: boolean;
  latched: boolean;
}

interface Real {
  readonly machine: AlarmMachine;
  readonly events: AlarmEvent[];
  t: number;
}

const stateOf = ({ condition, seen, latched }: Model): AlarmState =>
  condition ? (seen ? 'acknowledged' : 'on') : latched ? 'latched' : 'off';

const cause = (t: number) => ({ onset: t - 2, conditionDelayS: 1.5, text: 'because' });

type Command = fc.Command<Model, Real>;

/** A step, what it does to the model, and what it does to the machine. */
function step(name: string, change: (model: Model) => void, act: (real: Real) => void): Command {
  return {
    check: () => true,
    toString: () => name,
    run(model, real) {
      const before = stateOf(model);
      const told = real.events.length;
      change(model);
      real.t += 1;
      act(real);
      expect(real.machine.state).toBe(stateOf(model));
      const news = real.events.slice(told);
      expect(news.length).toBeLessThanOrEqual(1);
      if (name !== 'renew') expect(news.map(({ state }) => state)).toEqual(before === stateOf(model) ? [] : [stateOf(model)]);
    },
  };
}

const commands = (latching: boolean): fc.Arbitrary<Command>[] => [
  fc.constant(
    step(
      'raise',
      (model) => {
        if (!model.condition) Object.assign(model, { condition: true, seen: false, latched: false });
      },
      ({ machine, t }) => machine.raise(t, cause(t)),
    ),
  ),
  fc.constant(
    step(
      'renew',
      (model) => Object.assign(model, { condition: true, seen: false, latched: false }),
      ({ machine, t }) => machine.renew(t, cause(t)),
    ),
  ),
  fc.constant(
    step(
      'clear',
      (model) => {
        if (model.condition) Object.assign(model, { condition: false, latched: latching && !model.seen });
      },
      ({ machine, t }) => machine.clear(t),
    ),
  ),
  fc.constant(
    step(
      'acknowledge',
      (model) => {
        model.seen = model.condition;
        model.latched = false;
      },
      ({ machine, t }) => machine.acknowledge(t),
    ),
  ),
];

function setup(latching: boolean): { model: Model; real: Real } {
  const events: AlarmEvent[] = [];
  const machine = createAlarmMachine({ id: 'brady', priority: 'medium', class: 'physiological', latching }, (event) => events.push(event));
  return { model: { condition: false, seen: false, latched: false }, real: { machine, events, t: 10 } };
}

it.each([true, false])('follows its model, latching %s, and tells each change once', (latching) => {
  fc.assert(
    fc.property(fc.commands(commands(latching), { size: '+1' }), (steps) => {
      fc.modelRun(() => setup(latching), steps);
    }),
    { numRuns: 300 },
  );
});

it('records both delays: until it was an alarm by definition, and from there to the event', () => {
  const events: AlarmEvent[] = [];
  const machine = createAlarmMachine({ id: 'asystole', priority: 'high', class: 'physiological', latching: true }, (event) =>
    events.push(event),
  );
  machine.raise(14.3, { onset: 10, conditionDelayS: 4, text: 'no beat for 4 s' });
  expect(events).toEqual([
    {
      kind: 'alarm',
      t: 14.3,
      id: 'asystole',
      state: 'on',
      priority: 'high',
      class: 'physiological',
      onset: 10,
      conditionDelayMs: 4000,
      generationDelayMs: 300,
      text: 'no beat for 4 s',
    },
  ]);
});
