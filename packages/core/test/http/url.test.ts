import fc from 'fast-check';
import { parseBaseUrl, TriggerError } from '../../src/index.ts';
import { buildUrl, isLoopback } from '../../src/http/url.ts';

const base = new URL('https://api.heim.health/v1');

describe('reading a base URL', () => {
  it.each([
    ['https://api.heim.health/v1', 'https://api.heim.health/v1'],
    ['  https://api.heim.health/v1/  ', 'https://api.heim.health/v1/'],
    ['http://localhost:4600/ally', 'http://localhost:4600/ally'],
    ['http://127.0.0.1:4600', 'http://127.0.0.1:4600/'],
    ['http://127.9.9.9', 'http://127.9.9.9/'],
    ['http://[::1]:4600', 'http://[::1]:4600/'],
  ])('takes "%s"', (text, href) => {
    expect(parseBaseUrl(text).href).toBe(href);
  });

  it.each([
    '',
    'api.heim.health',
    '/v1',
    'http://api.heim.health/v1',
    'http://127.0.0.1.evil.example/',
    'http://localhost.evil.example/',
    'ftp://api.heim.health',
    'javascript:alert(1)',
    'https://user@api.heim.health',
    'https://:password@api.heim.health',
    'https://api.heim.health/v1?key=1',
    'https://api.heim.health/v1#part',
    'https://',
  ])('refuses "%s"', (text) => {
    expect(() => parseBaseUrl(text)).toThrow(expect.objectContaining({ code: 'base-url-invalid' }));
  });
});

describe('telling this very machine', () => {
  it.each([
    ['http://localhost', true],
    ['http://127.0.0.1', true],
    ['http://2130706433', true],
    ['http://[::1]', true],
    ['http://127.0.0.1.nip.example', false],
    ['http://10.0.0.1', false],
    ['http://[::ffff:127.0.0.1]', false],
  ])('takes %s for it: %s', (url, expected) => {
    expect(isLoopback(new URL(url))).toBe(expected);
  });
});

describe('building a URL', () => {
  it.each([
    [['patients', 'p_1'], undefined, 'https://api.heim.health/v1/patients/p_1'],
    [
      ['a b', 'ü/ö', '50%', 'x?y#z'],
      undefined,
      'https://api.heim.health/v1/a%20b/%C3%BC%2F%C3%B6/50%25/x%3Fy%23z',
    ],
    [[], undefined, 'https://api.heim.health/v1'],
    [
      ['list'],
      [['filter', 'updatedAt>"2024-08-29"']],
      'https://api.heim.health/v1/list?filter=updatedAt%3E%222024-08-29%22',
    ],
    [
      ['list'],
      [
        ['a', '1+1 &'],
        ['a', '2'],
      ],
      'https://api.heim.health/v1/list?a=1%2B1%20%26&a=2',
    ],
    [['list'], [], 'https://api.heim.health/v1/list'],
  ] as const)('puts %j and %j in their places', (path, query, href) => {
    expect(buildUrl(base, query === undefined ? { path } : { path, query })).toBe(href);
  });

  it.each(['https://api.heim.health/v1/', 'https://api.heim.health/v1//'])(
    'does not mind slashes at the end of %s',
    (text) => {
      expect(buildUrl(new URL(text), { path: ['x'] })).toBe('https://api.heim.health/v1/x');
    },
  );

  it('works without a path in the base', () => {
    expect(buildUrl(new URL('https://api.heim.health'), { path: ['x'] })).toBe('https://api.heim.health/x');
  });

  it.each([[''], ['.'], ['..'], ['a\nb'], ['a\u0000'], ['a\u007f'], ['\ud800'], ['x'.repeat(501)]])(
    'refuses the segment %j',
    (segment) => {
      expect(() => buildUrl(base, { path: ['patients', segment] })).toThrow(
        expect.objectContaining({ code: 'id-unsafe' }),
      );
    },
  );

  it('refuses a query that no encoding can express', () => {
    expect(() => buildUrl(base, { path: ['x'], query: [['filter', '\udc00']] })).toThrow(
      expect.objectContaining({ code: 'id-unsafe' }),
    );
  });

  it('never leaves the base with an unencoded id, whatever the id holds', () => {
    const tricks = [
      '../',
      '..%2f',
      '%2e%2e/',
      '//',
      '\\',
      '@',
      ':',
      '?',
      '#',
      '．．／',
      ';',
      '\t',
      '%00',
      '&',
    ];
    const anyId = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc
        .array(fc.constantFrom(...tricks, 'evil.example', 'admin'), { maxLength: 6 })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anyId, anyId, (id, value) => {
        let text: string;
        try {
          text = buildUrl(base, { path: ['patients', id], query: [['q', value]] });
        } catch (error) {
          return error instanceof TriggerError && error.code === 'id-unsafe';
        }
        const url = new URL(text);
        const segments = url.pathname.split('/');
        const reached = segments.slice(0, 3).join('/') === '/v1/patients' && segments.length === 4;
        const kept = decodeURIComponent(segments[3] ?? '') === id && url.searchParams.get('q') === value;
        return url.origin === base.origin && url.hash === '' && url.username === '' && reached && kept;
      }),
      { numRuns: 500 },
    );
  });
});
