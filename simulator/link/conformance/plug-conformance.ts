import { expect, it } from 'vitest';
import { openHost } from './host.ts';
import { BAUD, count, everyByte, type TestBed } from './test-bed.ts';

/** The cable leaves and comes back. */
export function describePlugs(bed: TestBed): void {
  it('makes the host see its port vanish, and come back under the same path', async () => {
    const { closes, stream, got } = await bed.host();
    bed.link.write(count(0, 100));
    await bed.until('100 bytes', () => got.length === 100);
    bed.link.unplug();
    await bed.until('the host loses its port', () => closes.length > 0);
    expect(closes[0]).toMatchObject({ disconnected: true });
    expect([bed.link.hostOpen, bed.events]).toEqual([false, ['opened', 'closed']]);

    const refused = openHost(bed.connect(BAUD));
    await bed.until('a refusal', () => refused.errors.length > 0);
    expect(refused.errors[0]?.message).toMatch(/No such file/);

    bed.link.replug();
    stream.open();
    await bed.until('the device sees its host again', () => bed.link.hostOpen);
    bed.link.write(count(100, 100));
    await bed.until('100 more bytes', () => got.length === 200);
    expect(got).toEqual([...count(0, 200)]);
  });

  it('delivers nothing after it is closed, twice if need be', async () => {
    const { closes } = await bed.host();
    bed.link.close('done');
    bed.link.close('again');
    await bed.until('the host loses its port', () => closes.length > 0);
    expect(bed.link.write(everyByte)).toEqual({ accepted: 0 });
    expect(bed.link.hostOpen).toBe(false);
  });
}
