import { headerOf, normalizeHeaders } from '../src/delivery.ts';

describe('normalising headers', () => {
  it('lowers names, joins repeated ones and leaves out those without a value', () => {
    const headers = { 'X-Halo-Id': 'a', 'set-cookie': ['b', 'c'], Empty: '', missing: undefined };
    expect(normalizeHeaders(headers)).toEqual({ 'x-halo-id': 'a', 'set-cookie': 'b, c', empty: '' });
  });

  it('takes no header for more than a name', () => {
    const headers = JSON.parse('{"__proto__":"x"}') as Record<string, string>;
    expect(Object.keys(normalizeHeaders(headers))).toEqual(['__proto__']);
  });
});

describe('a header', () => {
  const delivery = {
    method: 'POST',
    headers: { 'x-a': '1' },
    query: {},
    body: Buffer.from(''),
    receivedAt: 0,
  };

  it.each([
    ['x-a', '1'],
    ['x-b', undefined],
    ['constructor', undefined],
    ['__proto__', undefined],
  ])('called %s is %s', (name, value) => {
    expect(headerOf(delivery, name)).toBe(value);
  });
});
