import type { JsonValue } from '@carehooks/core';
import { fieldsOf, listed, listOf, nameOf, shown, typeOf } from '../../src/live/shown.ts';

it.each<[JsonValue | undefined, string]>([
  ['a1b2c3d4-e5f6-7890-abcd-ef1234567890', 'GUID'],
  ['2026-03-05T14:30:00.000Z', 'ISO 8601 time'],
  ['2026-06-30 07:24:21.985000+00:00', 'ISO 8601 time'],
  ['1730189588', 'seconds since 1970 as text'],
  ['1730189588000', 'milliseconds since 1970 as text'],
  ['4242', 'number as text'],
  ['Ada', 'text'],
  [1730189588, 'seconds since 1970'],
  [1730189588000, 'milliseconds since 1970'],
  [42, 'number'],
  [true, 'true or false'],
  [null, 'null'],
  [undefined, 'nothing'],
  [{ name: 'Ada' }, 'object'],
  [[], 'empty list'],
  [['Ada', 1, 2], 'list of text and number'],
])('the type of %j is %s', (value, type) => {
  expect(typeOf(value)).toBe(type);
});

it.each([
  ['x-halo-signature-256', '`x-halo-signature-256`'],
  ['event_time', '`event_time`'],
  ['custom 19900101', 'one with an unusual name'],
  ['sa_25061014072610653', 'one with an unusual name'],
  ['p_Nalv9kl3lT0g8wGlC1', 'one with an unusual name'],
  ['a1b2c3d4-e5f6-7a8b-abcd-ef1234567890', 'one with an unusual name'],
  ['ada@example.com', 'one with an unusual name'],
  ['', 'one with an unusual name'],
])('the name %j is shown as %s', (name, text) => {
  expect(nameOf(name)).toBe(text);
});

it('shows fields of an object, and of the first entry of a list', () => {
  expect(fieldsOf({ id: 1, at: '2026-03-05T14:30:00Z' })).toBe('`id` (number) and `at` (ISO 8601 time)');
  expect(fieldsOf([{ id: 1 }, { other: 1 }])).toBe('a list, each with `id` (number)');
  expect(fieldsOf({})).toBe('no fields');
  expect(fieldsOf([])).toBe('empty list');
});

it('shows a value of a closed list as the list has it', () => {
  expect(listed(' Closed', ['new', 'closed'])).toBe('`closed`');
  expect(listed('Ada', ['new', 'closed'])).toBe('one that is not on our list');
});

it('lists each part once', () => {
  const [a, b, c] = [shown`a`, shown`b`, shown`c`];
  expect(listOf([a, b, a, c])).toBe('a, b and c');
  expect(listOf([a])).toBe('a');
  expect(listOf([])).toBe('none');
});
