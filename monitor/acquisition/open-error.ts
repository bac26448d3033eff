/** What the operating system says when a port does not open, as a sentence that tells what to do. */
interface Reason {
  readonly sign: RegExp;
  readonly says: string;
}

const REASONS: readonly Reason[] = [
  {
    sign: /no such file|ENOENT|file not found/i,
    says: 'there is no such port: plug the device in, or choose another path (heartloop ports lists them)',
  },
  { sign: /lock|busy|EBUSY|EWOULDBLOCK|temporarily unavailable/i, says: 'another program has it open: close that program' },
  { sign: /permission|EACCES|access denied/i, says: 'this user may not open it: join the group that owns it (dialout on Debian)' },
  { sign: /inappropriate ioctl|ENOTTY|not a tty/i, says: 'it is not a serial port: choose another path' },
];

export function openErrorText(path: string, error: Error): string {
  const reason = REASONS.find(({ sign }) => sign.test(error.message))?.says ?? error.message;
  return `cannot open ${path}: ${reason}`;
}
