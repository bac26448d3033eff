import { expect, it } from 'vitest';
import { ms, seconds } from '../../../kernel/index.ts';
import { BAUD, count, everyByte, type TestBed } from './test-bed.ts';

/** Bytes cross unchanged, in order, at the speed of the wire, and none is lost without being counted. */
export function describeBytes(bed: TestBed): void {
  it('carries all 256 byte values both ways, unchanged', async () => {
    const { got, stream } = await bed.host();
    bed.link.write(everyByte);
    stream.write(Buffer.from(everyByte));
    await bed.until('256 bytes each way', () => got.length >= 256 && bed.heard.length >= 256);
    expect(got).toEqual([...everyByte]);
    expect(bed.heard).toEqual([...everyByte]);
  });

  it('keeps the order of everything it accepts', async () => {
    const { got } = await bed.host();
    let sent = 0;
    while (sent < 20_000) {
      sent += bed.link.write(count(sent, 22)).accepted;
      if (sent % 660 === 0) await bed.pass(ms(8));
    }
    await bed.until('20,000 bytes', () => got.length >= sent);
    expect(got).toEqual([...count(0, sent)]);
    expect(bed.link.lost).toBe(0);
  });

  it('is never faster than the wire', async () => {
    await bed.restart({ baud: 9600 });
    const { got, stream } = await bed.host(9600);
    const since = bed.clock.now();
    let ahead = Number.NEGATIVE_INFINITY;
    stream.on('data', () => (ahead = Math.max(ahead, got.length - ((bed.clock.now() - since) * 9600) / 1e7)));
    bed.link.write(count(0, 240));
    bed.link.write(count(240, 240));
    await bed.until('480 bytes', () => got.length >= 480);
    expect(ahead).toBeLessThanOrEqual(0.01);
    expect(bed.clock.now() - since).toBeGreaterThanOrEqual(seconds(0.5));
  });

  it('echoes nothing, not even what was sent before any host came', async () => {
    bed.link.write(Buffer.from('hello\r\n'));
    await bed.pass(ms(30));
    const { got } = await bed.host();
    bed.link.write(everyByte);
    await bed.until('256 bytes', () => got.length >= 256);
    await bed.pass(ms(50));
    expect(bed.heard).toEqual([]);
  });

  it('counts an overrun exactly, and loses nothing it accepted', async () => {
    await bed.restart({ capacity: 1024 });
    const slow = await bed.host(BAUD, { reading: false });
    let offered = 0;
    let accepted = 0;
    const expected: number[] = [];
    while (offered === accepted || offered < 30_000) {
      const piece = count(offered, 220);
      const taken = bed.link.write(piece).accepted;
      expected.push(...piece.subarray(0, taken));
      offered += piece.length;
      accepted += taken;
      await bed.pass(ms(5));
    }
    expect(bed.link.lost).toBe(offered - accepted);
    slow.read();
    await bed.until('all that was accepted', () => slow.got.length >= accepted);
    expect(slow.got).toEqual(expected);
  });
}
