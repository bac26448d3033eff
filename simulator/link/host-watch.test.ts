import { expect, it } from 'vitest';
import { ms } from '../../kernel/index.ts';
import { createHostWatch } from './host-watch.ts';

it('believes a host that stays, and never one that only looked in', () => {
  const watch = createHostWatch(ms(20));
  expect(watch.look(true, ms(0))).toBeUndefined();
  expect(watch.look(false, ms(10))).toBeUndefined();
  expect(watch.look(true, ms(12))).toBeUndefined();
  expect([watch.look(true, ms(31)), watch.open]).toEqual([undefined, false]);
  expect([watch.look(true, ms(32)), watch.open]).toEqual(['opened', true]);
  expect(watch.look(true, ms(99))).toBeUndefined();
});

it('sees it leave at once, or with its terminal', () => {
  const watch = createHostWatch(ms(0));
  expect([watch.look(true, ms(0)), watch.look(false, ms(1)), watch.look(false, ms(2))]).toEqual(['opened', 'closed', undefined]);
  expect([watch.look(true, ms(3)), watch.forget(), watch.forget(), watch.open]).toEqual(['opened', 'closed', undefined, false]);
});
