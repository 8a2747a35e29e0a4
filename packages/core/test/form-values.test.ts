import { readList, readNumber } from '../src/form-values.ts';

describe('reading a list', () => {
  it.each([
    [
      ['a', ' b '],
      ['a', 'b'],
    ],
    ['a, b,,c ', ['a', 'b', 'c']],
    [7, ['7']],
    [
      [7, '', null, { id: 'x' }, 'y'],
      ['7', 'y'],
    ],
    ['', []],
    [undefined, []],
    [null, []],
    [{ id: 'x' }, []],
  ])('finds in %j %j', (value, list) => {
    expect(readList(value)).toEqual(list);
  });
});

describe('reading a number', () => {
  it.each([
    [60, 60],
    [0, 0],
    ['60', 60],
    [' 1.5 ', 1.5],
    ['', undefined],
    [' ', undefined],
    ['soon', undefined],
    ['60 s', undefined],
    [-1, undefined],
    [Number.NaN, undefined],
    [Infinity, undefined],
    [null, undefined],
    [undefined, undefined],
    [true, undefined],
    [[], undefined],
    [{}, undefined],
  ])('reads %j as %s', (value, number) => {
    expect(readNumber(value)).toBe(number);
  });
});
