import { expect, it } from 'vitest';
import { type ByteFault, damageFrame } from './frame-damage.ts';

/** Ten bytes 10..19 between neighbours that must not change. */
function damaged(fault: ByteFault): number[] {
  const bytes = Uint8Array.of(1, 2, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 0);
  const end = damageFrame(bytes, 2, 12, fault);
  expect([...bytes.subarray(0, 2)]).toEqual([1, 2]);
  return [...bytes.subarray(2, end)];
}

it('does exactly what its name says, at the byte asked for', () => {
  expect(damaged({ kind: 'drop-byte', at: 3 })).toEqual([10, 11, 12, 14, 15, 16, 17, 18, 19]);
  expect(damaged({ kind: 'insert-byte', at: 3 })).toEqual([10, 11, 12, 0x55, 13, 14, 15, 16, 17, 18, 19]);
  expect(damaged({ kind: 'stray-start', at: 0 })).toEqual([0xe8, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
  expect(damaged({ kind: 'flip-bit', at: 9 })).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, 18]);
  expect(damaged({ kind: 'bad-checksum' })).toEqual([10, 11, 12, 13, 15, 15, 16, 17, 18, 19]);
});

it('takes byte 7 when nobody says, and the last byte beyond the end', () => {
  expect(damaged({ kind: 'drop-byte' })).toEqual([10, 11, 12, 13, 14, 15, 16, 18, 19]);
  expect(damaged({ kind: 'drop-byte', at: 40 })).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18]);
});
