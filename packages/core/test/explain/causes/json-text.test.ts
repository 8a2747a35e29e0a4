import fc from 'fast-check';
import { readJsonText, writeJsonText } from '../../../src/explain/causes/json-text.ts';

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
