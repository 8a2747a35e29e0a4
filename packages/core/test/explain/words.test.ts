import { count, duration, list } from '../../src/explain/words.ts';

describe('words', () => {
  it.each([
    [0, 'no time'],
    [1, '1 second'],
    [1_000, '1 second'],
    [1_001, '2 seconds'],
    [61_000, '1 minute 1 second'],
    [3_600_000, '1 hour'],
    [3_601_000, '1 hour 1 second'],
    [93_784_000, '1 day 2 hours'],
    [31_536_000_000 * 1_234, '1,234 years'],
  ])('tell %i ms as "%s"', (milliseconds, text) => {
    expect(duration(milliseconds)).toBe(text);
  });

  it('count and list', () => {
    expect([0, 1, 2, 1_287].map((number) => count(number, 'byte'))).toEqual([
      '0 bytes',
      '1 byte',
      '2 bytes',
      '1,287 bytes',
    ]);
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((names) => list(names))).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
  });
});
