import { afterEach, describe, expect, it } from 'vitest';
import { createSystemClock, ms } from '../../kernel/index.ts';
import { whyNoPty } from './pty-ffi.ts';
import { openPtyLink, type PtyLink } from './pty-link.ts';
import { openSerialLink } from './serial-link.ts';

const clock = createSystemClock();
const baud = 115_200;
const everyByte = Uint8Array.from({ length: 256 }, (_, i) => i);

async function until(what: string, holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 2000) throw new Error(`${what} did not happen`);
    await clock.sleep(ms(5));
  }
}

it('says in one sentence that the port is missing', async () => {
  await expect(openSerialLink({ clock, path: '/dev/ttyNONE7', baud })).rejects.toThrow(
    'no serial port /dev/ttyNONE7: plug the adapter in, and see which ports there are with: heartloop ports',
  );
});

/** A pty stands for the cable: our link is on its slave as on any port, and the far end is its master. */
describe.skipIf(whyNoPty())(whyNoPty() ?? 'serial link over a pty', () => {
  let far: PtyLink;
  const open = async () => {
    far = openPtyLink({ clock, baud });
    const link = await openSerialLink({ clock, path: far.path, baud });
    await until('the link opens its port', () => far.hostOpen);
    return link;
  };
  afterEach(() => far.close('end of test'));

  it('carries all 256 byte values both ways and reports its port', async () => {
    const link = await open();
    const got: number[] = [];
    const heard: number[] = [];
    far.onBytes((bytes) => got.push(...bytes));
    link.onBytes((bytes) => heard.push(...bytes));
    link.write(everyByte);
    far.write(everyByte);
    await until('256 bytes each way', () => got.length >= 256 && heard.length >= 256);
    expect([got, heard]).toEqual([[...everyByte], [...everyByte]]);
    expect([link.hostOpen, link.hostBaud, far.hostBaud]).toEqual([true, undefined, baud]);
    link.close('end of test');
    expect([link.hostOpen, link.write(everyByte)]).toEqual([false, { accepted: 0 }]);
    await until('the link closes its port', () => !far.hostOpen);
  });

  it('says in one sentence that the port is busy', async () => {
    const link = await open();
    await expect(openSerialLink({ clock, path: far.path, baud })).rejects.toThrow(
      `serial port ${far.path} is busy: close the program that holds it, or choose another port`,
    );
    link.close('end of test');
  });

  it('comes back after its own unplug, and after the adapter was pulled', async () => {
    const link = await open();
    const events: string[] = [];
    link.onEvent((event) => events.push(event));
    link.unplug();
    await until('the link closes its port', () => !far.hostOpen);
    link.replug();
    await until('both ends open', () => link.hostOpen && far.hostOpen);
    far.unplug();
    await until('the port is lost', () => !link.hostOpen);
    far.replug();
    await until('both ends open', () => link.hostOpen && far.hostOpen);
    expect(events).toEqual(['closed', 'opened', 'closed', 'opened']);
    const got: number[] = [];
    far.onBytes((bytes) => got.push(...bytes));
    link.write(everyByte);
    await until('256 bytes', () => got.length >= 256);
    expect(got).toEqual([...everyByte]);
    link.close('end of test');
  });
});
