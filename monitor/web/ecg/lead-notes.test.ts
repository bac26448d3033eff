import { expect, it } from 'vitest';
import { leadNotes } from './lead-notes.ts';

it('a chest electrode concerns its own lead only', () => {
  expect(leadNotes(['V1'])).toEqual({ V1: 'electrode off' });
});

it('a limb electrode is named, at every lead that leans on it', () => {
  const notes = leadNotes(['LA']);
  expect(notes['I']).toBe('LA off');
  expect(notes['V6']).toBe('LA off');
  expect(notes['II']).toBeUndefined();
});

it('nothing off, nothing said', () => {
  expect(leadNotes([])).toEqual({});
});
