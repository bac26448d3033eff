import { expect, it } from 'vitest';
import { createListeners } from './listeners.ts';

it('tells each listener in the order they came, until it leaves', () => {
  const heard: string[] = [];
  const listeners = createListeners<[string]>();
  const same = (what: string): void => void heard.push(what);
  const leave = listeners.add((what) => heard.push(`first ${what}`));
  listeners.add(same);
  listeners.add(same)();
  listeners.tell('a');
  leave();
  leave();
  listeners.tell('b');
  expect(heard).toEqual(['first a', 'a', 'b']);
});

it('does not tell one that left while others were told', () => {
  const heard: string[] = [];
  const listeners = createListeners<[]>();
  listeners.add(() => leave());
  const leave = listeners.add(() => heard.push('second'));
  listeners.tell();
  listeners.clear();
  listeners.tell();
  expect(heard).toEqual([]);
});
