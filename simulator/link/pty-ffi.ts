/**
 * Pseudo-terminals through the C library: the one file that calls native code. Only the master side is held; the host opens the slave
 * by its path. Constants: <fcntl.h>, <termios.h>, <poll.h>, <asm-generic/ioctls.h> of Linux and macOS.
 */
import { closeSync, constants, openSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Koffi from 'koffi';

interface Platform {
  readonly O_NOCTTY: number;
  readonly O_NONBLOCK: number;
  readonly TCIOFLUSH: number;
  readonly baud: (calls: Calls, fd: number) => number;
}

const O_RDWR = 2;
const F_SETFD = 2;
const FD_CLOEXEC = 1;
const F_SETFL = 4;
const TCSANOW = 0;
const POLLHUP = 0x10;
const TERMIOS_BYTES = 128; // larger than any struct termios here: 60 on Linux, 72 on macOS
const TCGETS2 = 0x802c542a; // _IOR('T', 0x2A, struct termios2)
const TERMIOS2_OSPEED = 40;
const MACOS_OSPEED = 64;

const PLATFORMS: Readonly<Record<string, Platform>> = {
  linux: {
    O_NOCTTY: 0x100,
    O_NONBLOCK: 0x800,
    TCIOFLUSH: 2,
    /** The classic call shows custom rates as BOTHER only. */
    baud(calls, fd) {
      const termios2 = Buffer.alloc(TERMIOS_BYTES);
      calls.check('ioctl(TCGETS2)', calls.ioctl(fd, TCGETS2, 'void *', termios2));
      return termios2.readUInt32LE(TERMIOS2_OSPEED);
    },
  },
  darwin: {
    O_NOCTTY: 0x20000,
    O_NONBLOCK: 0x4,
    TCIOFLUSH: 3,
    baud(calls, fd) {
      const termios = Buffer.alloc(TERMIOS_BYTES);
      calls.check('tcgetattr', calls.tcgetattr(fd, termios));
      return Number(termios.readBigUInt64LE(MACOS_OSPEED));
    },
  },
};

type Call = (...args: readonly unknown[]) => number;

interface Calls {
  readonly posix_openpt: Call;
  readonly grantpt: Call;
  readonly unlockpt: Call;
  readonly ptsname: (fd: number) => string | null;
  readonly tcgetattr: Call;
  readonly tcsetattr: Call;
  readonly cfmakeraw: (termios: Buffer) => void;
  readonly tcflush: Call;
  readonly fcntl: Call;
  readonly ioctl: Call;
  readonly poll: Call;
  readonly read: Call;
  readonly write: Call;
  readonly close: Call;
  readonly errorName: () => string;
  /** Returns `result`, or throws which call failed and how. */
  readonly check: (name: string, result: number) => number;
}

let loaded: Calls | undefined;

/** Loaded at the first use, so that runs without a pty need no native code. */
function loadCalls(): Calls {
  if (loaded) return loaded;
  const koffi = createRequire(import.meta.url)('koffi') as typeof Koffi;
  const libc = koffi.load(null);
  const numbers = new Map(Object.entries(koffi.os.errno).map(([name, number]) => [number, name]));
  const errorName = (): string => numbers.get(koffi.errno()) ?? `errno ${koffi.errno()}`;
  const func = (declaration: string): Call => libc.func(declaration);
  loaded = {
    posix_openpt: func('int posix_openpt(int flags)'),
    grantpt: func('int grantpt(int fd)'),
    unlockpt: func('int unlockpt(int fd)'),
    ptsname: libc.func('const char *ptsname(int fd)'),
    tcgetattr: func('int tcgetattr(int fd, void *termios)'),
    tcsetattr: func('int tcsetattr(int fd, int when, const void *termios)'),
    cfmakeraw: libc.func('void cfmakeraw(void *termios)'),
    tcflush: func('int tcflush(int fd, int queue)'),
    fcntl: func('int fcntl(int fd, int command, ...)'),
    ioctl: func('int ioctl(int fd, unsigned long request, ...)'),
    poll: func('int poll(void *fds, unsigned long count, int timeout)'),
    read: func('long read(int fd, void *buffer, size_t count)'),
    write: func('long write(int fd, const void *buffer, size_t count)'),
    close: func('int close(int fd)'),
    errorName,
    check(name, result) {
      if (result < 0)
        throw new Error(`no pseudo-terminal: ${name} failed with ${errorName()}. Are all in use, or is /dev/pts missing in a container?`);
      return result;
    },
  };
  return loaded;
}

export interface PtyMaster {
  /** What a host opens: /dev/pts/N, /dev/ttysNNN. */
  readonly slavePath: string;
  /** Somebody holds the slave open. */
  hasHost(): boolean;
  /** As the host has set it, custom rates included. */
  baud(): number;
  /** Never blocks: 0 when there is nothing, or nobody any more. */
  read(into: Uint8Array): number;
  /** Never blocks: how many bytes the kernel took, 0 when it is full. */
  write(bytes: Uint8Array): number;
  /** Forgets what the last host left unread, if nobody holds the slave. */
  discardUnread(): void;
  /** Hangs up on the host; the slave's path vanishes. */
  close(): void;
}

/** One sentence why there are no pseudo-terminals here, or undefined where there are. */
export function whyNoPty(platform: string = process.platform): string | undefined {
  if (platform in PLATFORMS) return undefined;
  return `a pty link needs Linux or macOS, and this is ${platform}: run in the process (--on virtual) or over a real port (--link serial:PATH)`;
}

/** A raw, non-blocking pseudo-terminal that nobody has open. Throws one sentence when there is none to be had. */
export function openPtyMaster(): PtyMaster {
  const platform = PLATFORMS[process.platform];
  if (!platform) throw new Error(whyNoPty());
  const calls = loadCalls();
  const fd = calls.check('posix_openpt', calls.posix_openpt(O_RDWR | platform.O_NOCTTY));
  try {
    return prepare(fd, platform, calls);
  } catch (error) {
    calls.close(fd);
    throw error;
  }
}

function prepare(fd: number, platform: Platform, calls: Calls): PtyMaster {
  calls.check('grantpt', calls.grantpt(fd));
  calls.check('unlockpt', calls.unlockpt(fd));
  // a child that inherits the master keeps the port alive after an unplug
  calls.check('fcntl(F_SETFD)', calls.fcntl(fd, F_SETFD, 'int', FD_CLOEXEC));
  calls.check('fcntl(F_SETFL)', calls.fcntl(fd, F_SETFL, 'int', O_RDWR | platform.O_NONBLOCK));
  const slavePath = calls.ptsname(fd);
  if (!slavePath) throw new Error('no pseudo-terminal: ptsname gave no name');
  makeRaw(fd, calls);

  const pollfd = new Uint8Array(8);
  const view = new DataView(pollfd.buffer);
  view.setInt32(0, fd, true);

  function flushSlave(): void {
    const slave = openSync(slavePath as string, constants.O_RDWR | platform.O_NOCTTY | platform.O_NONBLOCK);
    calls.tcflush(slave, platform.TCIOFLUSH);
    closeSync(slave);
  }
  flushSlave(); // the first close of the slave: from now on the master shows a hang-up while nobody has it open

  return {
    slavePath,
    hasHost: () => calls.poll(pollfd, 1, 0) >= 0 && (view.getInt16(6, true) & POLLHUP) === 0,
    baud: () => platform.baud(calls, fd),
    read: (into) => Math.max(0, calls.read(fd, into, into.length)),
    write: (bytes) => Math.max(0, calls.write(fd, bytes, bytes.length)),
    discardUnread() {
      try {
        flushSlave();
      } catch {
        // a new host holds it for itself, and flushes on its own
      }
    },
    close: () => void calls.close(fd),
  };
}

/** A fresh pty is cooked and echoes: what we send before a host has set it up would come back as if the host had sent it. */
function makeRaw(fd: number, calls: Calls): void {
  const termios = Buffer.alloc(TERMIOS_BYTES);
  calls.check('tcgetattr', calls.tcgetattr(fd, termios));
  calls.cfmakeraw(termios);
  calls.check('tcsetattr', calls.tcsetattr(fd, TCSANOW, termios));
}
