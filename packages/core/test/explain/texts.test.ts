import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readJsonText, writeJsonText } from '../../src/explain/causes/json-text.ts';
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

describe('JSON as text', () => {
  const compact = { colon: ':', comma: ',', sorted: false, spell: (literal: string) => literal };

  it('is written as JSON.stringify would, in any layout', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom('', ' ', '  ', '\t'), (value, indent) => {
        const text = JSON.stringify(value);
        const json = readJsonText(`\n ${JSON.stringify(value, null, 3)} `);
        if (json === null) return false;
        const layout = indent === '' ? compact : { ...compact, indent, colon: ': ' };
        return writeJsonText(json, layout) === JSON.stringify(JSON.parse(text), null, indent);
      }),
      { numRuns: 200 },
    );
  });
});

it('no file that the hosts bundle imports the explanation', () => {
  const root = 'packages/core/src';
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('explain') && !file.startsWith('testing'))
    .filter((file) => /from '[./]*explain\//.test(readFileSync(`${root}/${file}`, 'utf8')));
  expect(files).toEqual([]);
});
