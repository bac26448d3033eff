import { expect, it } from 'vitest';
import { ms } from '../../../kernel/index.ts';
import { openHost } from './host.ts';
import { BAUD, everyByte, type TestBed } from './test-bed.ts';

const BAUDS = [9600, 57_600, 115_200, 230_400, 250_000, 921_600, 123_456];

/** Hosts come and go; none sees the bytes of another, and the device knows who is there. */
export function describeSessions(bed: TestBed): void {
  it('shows the device its host: open, close, open again', async () => {
    expect([bed.link.hostOpen, bed.link.hostBaud]).toEqual([false, undefined]);
    const first = await bed.host();
    await bed.leave(first);
    expect(bed.link.hostBaud).toBeUndefined();
    await bed.host();
    expect(bed.events).toEqual(['opened', 'closed', 'opened']);
  });

  it('refuses a second host', async () => {
    await bed.host();
    const second = openHost(bed.connect(BAUD));
    await bed.until('an answer', () => second.errors.length > 0);
    expect(second.errors[0]?.message).toMatch(/lock/i);
  });

  it('keeps what was sent while closed from the next host', async () => {
    bed.link.write(Buffer.from('before any host'));
    const first = await bed.host(BAUD, { reading: false });
    bed.link.write(Buffer.from('never read'));
    await bed.pass(ms(30));
    await bed.leave(first);
    bed.link.write(Buffer.from('while closed'));
    await bed.pass(ms(30));
    const { got } = await bed.host();
    bed.link.write(everyByte);
    await bed.until('256 bytes', () => got.length >= 256);
    expect(got).toEqual([...everyByte]);
  });

  it.each(BAUDS)('reads back the %i baud its host has set', async (baud) => {
    const { stream } = await bed.host(baud);
    expect(bed.link.hostBaud).toBe(baud);
    stream.update({ baudRate: 4800 });
    await bed.until('the new rate', () => bed.link.hostBaud === 4800);
  });

  it('cancels the read in progress when the host closes, and the same stream opens again', async () => {
    const again = await bed.host();
    await bed.leave(again);
    expect(again.closes).toEqual([null]);
    again.stream.open();
    await bed.until('the device sees its host again', () => bed.link.hostOpen);
    bed.link.write(everyByte);
    await bed.until('256 bytes', () => again.got.length >= 256);
    expect([again.got, again.errors]).toEqual([[...everyByte], []]);
  });
}
