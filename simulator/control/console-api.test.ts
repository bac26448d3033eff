import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TruthEvent } from '../truth.ts';
import { createConsoleBench, EVERY_COMMAND } from './console-bench.ts';
import type { JournalEntry } from './messages.ts';
import { createConsoleApp } from './start-console.ts';

let bench: ReturnType<typeof createConsoleBench>;
let page: Awaited<ReturnType<typeof createConsoleApp>>;
const truth: TruthEvent[] = [];

beforeEach(async () => {
  bench = createConsoleBench();
  truth.length = 0;
  bench.simulator.onTruth((event) => truth.push(event));
  page = await createConsoleApp(bench.options);
});
afterEach(async () => {
  bench.simulator.stop();
  await page.close();
});

const headers = { host: '127.0.0.1:4800' };
const post = (payload: unknown) =>
  page.app.inject({
    method: 'POST',
    url: '/api/command?wait=0s',
    headers: { ...headers, 'content-type': 'application/json' },
    payload: JSON.stringify(payload),
  });
const askFrom = (from: Record<string, string>) => page.app.inject({ url: '/api/state', headers: from });
const get = async <Answer>(url: string): Promise<Answer> => (await page.app.inject({ url, headers })).json();
const entry = async (n: number) => (await get<JournalEntry[]>('/api/journal')).find((kept) => kept.n === n);

describe('console API', () => {
  it('a new rate is requested at once and applied at the next beat', async () => {
    await bench.runTo(5);
    const answer = (await post({ do: 'set', params: { rate: 120 } })).json();
    expect(answer).toMatchObject({ status: 'pending', appliedAt: null, requestedAt: 5_000_000, state: { params: { rate: 120 } } });
    await bench.runTo(8);
    const beat = truth.find((event) => event.kind === 'beat' && event.at >= 5_000_000);
    expect(await entry(1)).toMatchObject({ status: 'applied', appliedAt: beat?.at, what: 'Ventricular rate', from: '75', to: '120' });
  });

  it('a new rhythm is applied where the truth says it begins, and a newer request replaces it before that', async () => {
    await bench.runTo(4);
    await post({ do: 'rhythm', id: 'vf-coarse' });
    await post({ do: 'rhythm', id: 'asystole' });
    await bench.runTo(8);
    const begins = truth.find((event) => event.kind === 'rhythm' && event.id === 'asystole');
    expect(await entry(1)).toMatchObject({ status: 'replaced', appliedAt: null });
    expect(await entry(2)).toMatchObject({ status: 'applied', appliedAt: begins?.at });
  });

  it('damage is applied at the frame it hits, so a mute device keeps it waiting', async () => {
    await post({ do: 'mute', muted: true });
    await post({ do: 'fault', fault: { kind: 'drop-byte' } });
    await bench.runTo(2);
    expect(await entry(2)).toMatchObject({ status: 'pending', waitsFor: 'frame' });
    await post({ do: 'mute', muted: false });
    await bench.runTo(3);
    expect(await entry(2)).toMatchObject({ status: 'applied', appliedAt: 2_000_000 });
  });

  it('what is undone is as before', async () => {
    await bench.runTo(1);
    const { at: _before, ...before } = bench.simulator.state;
    for (const command of EVERY_COMMAND) {
      const { undo } = (await post(command)).json<{ entry: JournalEntry }>().entry;
      if (undo) expect((await post(undo)).statusCode).toBe(200);
      const { at: _after, ...after } = bench.simulator.state;
      if (undo) expect(after).toEqual(before);
    }
  });

  it('no body crashes it: what is not applied gets 400 and a sentence', async () => {
    const bodies = fc.oneof(
      fc.json(),
      fc.string(),
      fc.constantFrom(...EVERY_COMMAND).map((command) => JSON.stringify(command)),
    );
    await fc.assert(
      fc.asyncProperty(bodies, async (payload) => {
        const answer = await page.app.inject({
          method: 'POST',
          url: '/api/command?wait=0s',
          headers: { ...headers, 'content-type': 'application/json' },
          payload,
        });
        expect([200, 400]).toContain(answer.statusCode);
        if (answer.statusCode === 400) expect(answer.json().error).toMatch(/^[^\n]{10,}$/);
      }),
      { numRuns: 200 },
    );
  });

  it("passes on the simulator's own refusal", async () => {
    const answer = await post({ do: 'fault', fault: { kind: 'flip-bit', at: 300 } });
    expect([answer.statusCode, answer.json().error]).toEqual([400, 'fault flip-bit: at must be a whole number 0..21, got 300']);
    expect(await get('/api/journal')).toEqual([]);
  });

  it('measures the wire on the clock of the signal', async () => {
    await bench.runTo(1);
    const { facts, state, stats } = await get<{ facts: object; state: object; stats: { framesSent: number } }>('/api/state');
    expect(facts).toMatchObject({ device: 'ecg12-binary', seed: 42, monitorUrl: null });
    expect(state).toMatchObject({ rhythm: 'sinus', plugged: true, at: 1_000_000 });
    expect(stats.framesSent).toBe(500);
  });

  it('serves nobody who comes by way of another site', async () => {
    expect((await askFrom({ host: '127.0.0.1:4800', origin: 'http://127.0.0.1:4800' })).statusCode).toBe(200);
    expect((await askFrom({ host: '127.0.0.1:4800', origin: 'http://elsewhere.example' })).statusCode).toBe(403);
    expect((await askFrom({ host: 'rebound.example:4800', origin: 'http://rebound.example:4800' })).statusCode).toBe(403);
  });

  it('says what to do when there is no such thing, or no page', async () => {
    const [missing, root] = await Promise.all(['/api/nothing', '/'].map((url) => page.app.inject({ url, headers })));
    expect([missing?.statusCode, missing?.json().error]).toEqual([404, expect.stringContaining('POST /api/command')]);
    expect([root?.statusCode, root?.payload]).toEqual([503, expect.stringContaining('npm run build:web')]);
  });
});
