import { asObject, asObjects, asText, isJsonObject, valueAt } from '../src/json.ts';

describe('reading JSON', () => {
  it.each([
    [{}, true],
    [{ a: 1 }, true],
    [[], false],
    [null, false],
    ['text', false],
    [undefined, false],
  ])('takes %j for an object: %s', (value, expected) => {
    expect(isJsonObject(value)).toBe(expected);
    expect(asObject(value)).toEqual(expected ? value : {});
  });

  it.each([
    [
      [{ id: 1 }, null, 'text', [], {}],
      [{ id: 1 }, {}],
    ],
    [{ id: 1 }, []],
    [undefined, []],
  ])('finds in %j the objects %j', (value, objects) => {
    expect(asObjects(value)).toEqual(objects);
  });

  it.each([
    ['text', 'text'],
    ['', null],
    [0, '0'],
    [1.5, '1.5'],
    [Number.NaN, null],
    [true, null],
    [null, null],
    [{}, null],
  ])('reads %j as the text %j', (value, text) => {
    expect(asText(value)).toBe(text);
  });

  it.each([
    ['a.b', 1],
    ['a', { b: 1 }],
    ['list.1', 'y'],
    ['none', null],
    ['none.deeper', undefined],
    ['a.b.c', undefined],
    ['missing', undefined],
    ['__proto__', undefined],
    ['a.constructor', undefined],
    ['', undefined],
  ])('follows the path "%s"', (path, value) => {
    expect(valueAt({ a: { b: 1 }, list: ['x', 'y'], none: null }, path)).toEqual(value);
  });
});
