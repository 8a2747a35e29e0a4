import { isPrivate, withoutPrivateNotes } from '../../../src/platforms/halo/private-notes.ts';

const open = { id: 1, note: 'Called back', hiddenfromuser: false };
const hidden = { id: 2, note: 'Rude caller', hiddenfromuser: true };

describe('private notes', () => {
  it.each([
    [open, false],
    [hidden, true],
    [{ id: 3 }, false],
    [[hidden], false],
    ['hidden', false],
    [null, false],
  ])('%j is one: %s', (value, expected) => {
    expect(isPrivate(value)).toBe(expected);
  });

  it('are left out of a record, alone and from its lists', () => {
    const record = {
      id: 4251,
      lastaction: hidden,
      firstaction: open,
      actions: [open, hidden, 'text'],
      tags: [],
    };
    expect(withoutPrivateNotes(record)).toEqual({
      id: 4251,
      firstaction: open,
      actions: [open, 'text'],
      tags: [],
    });
    expect(record.actions).toHaveLength(3);
  });
});
