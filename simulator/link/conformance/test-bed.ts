import { type Clock, type Micros, ms, seconds, toMs } from '../../../kernel/index.ts';
import type { CountedLink } from '../counted-link.ts';
import type { SerialStream } from '../serial-types.ts';
import { type Host, openHost } from './host.ts';

/** One link and what a test needs around it. */
export interface LinkBench {
  readonly clock: Clock;
  readonly link: CountedLink;
  /** A stream on the link's path, not open yet. */
  connect(baud: number): SerialStream;
  /** Lets this much clock time pass. */
  pass(span: Micros): Promise<void>;
  end(): Promise<void>;
}

export interface LinkBenchOptions {
  readonly baud: number;
  readonly capacity: number;
}

export type OpenBench = (options: LinkBenchOptions) => LinkBench | Promise<LinkBench>;

/** A bench that can be replaced in the middle of a test, and notes what its device hears. */
export interface TestBed extends Omit<LinkBench, 'end'> {
  readonly heard: readonly number[];
  readonly events: readonly string[];
  restart(options?: Partial<LinkBenchOptions>): Promise<void>;
  end(): Promise<void>;
  /** Lets time pass until it holds. Throws what did not happen. */
  until(what: string, holds: () => boolean): Promise<void>;
  /** A host on the line, and a device that knows it. */
  host(baud?: number, options?: { readonly reading?: boolean }): Promise<Host>;
  /** The host closes, and the device knows it. */
  leave(host: Host): Promise<void>;
}

export const BAUD = 921_600;
const PATIENCE = seconds(20);

export const everyByte = Uint8Array.from({ length: 256 }, (_, i) => i);
/** A sequence whose period is no power of two, so that a lost or moved block shows. */
export const count = (from: number, size: number): Uint8Array => Uint8Array.from({ length: size }, (_, i) => (from + i) % 251);

export function createTestBed(open: OpenBench): TestBed {
  let bench: LinkBench | undefined;
  let heard: number[] = [];
  let events: string[] = [];
  const current = (): LinkBench => {
    if (!bench) throw new Error('the test bed was not started');
    return bench;
  };

  async function restart(options: Partial<LinkBenchOptions> = {}): Promise<void> {
    await bench?.end();
    bench = await open({ baud: BAUD, capacity: 4096, ...options });
    heard = [];
    events = [];
    bench.link.onBytes((bytes) => heard.push(...bytes));
    bench.link.onEvent((event) => events.push(event));
  }

  async function until(what: string, holds: () => boolean): Promise<void> {
    const end = current().clock.now() + PATIENCE;
    while (!holds()) {
      if (current().clock.now() > end) throw new Error(`${what} did not happen within ${toMs(PATIENCE)} ms`);
      await current().pass(ms(5));
    }
  }

  return {
    restart,
    until,
    async end() {
      await bench?.end();
      bench = undefined;
    },
    connect: (baud) => current().connect(baud),
    pass: (span) => current().pass(span),
    async host(baud = BAUD, options = {}) {
      const opened = openHost(current().connect(baud), options);
      await until('the host opens', () => opened.isOpen);
      await until('the device sees its host', () => current().link.hostOpen);
      return opened;
    },
    async leave({ stream, closes }) {
      stream.close();
      await until('the host closes', () => closes.length > 0);
      await until('the device sees its host leave', () => !current().link.hostOpen);
    },
    get clock() {
      return current().clock;
    },
    get link() {
      return current().link;
    },
    get heard() {
      return heard;
    },
    get events() {
      return events;
    },
  };
}
