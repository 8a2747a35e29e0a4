import {
  body,
  deliveryOf,
  discovered,
  explained,
  identified,
  problems,
  stamped,
  withBody,
} from './explained.ts';

const compact = '{"b":{"note":"Zoë/☕","count":1.0},"a":[1,2.50,true,[],{}],"b":12345678901234567890}';
const spaced =
  '{"b": {"note": "Zoë/☕", "count": 1.0}, "a": [1, 2.50, true, [], {}], "b": 12345678901234567890}';
const escaped = compact.replace('ë', '\\u00eb').replace('☕', '\\u2615');
const two = `{
  "b": {
    "note": "Zoë/☕",
    "count": 1.0
  },
  "a": [
    1,
    2.50,
    true,
    [],
    {}
  ],
  "b": 12345678901234567890
}`;
const sorted = '{"a":[1,2.50,true,[],{}],"b":{"count":1.0,"note":"Zoë/☕"},"b":12345678901234567890}';
const crlf = (text: string) => text.replaceAll('\n', '\r\n');
const mark = '\ufeff';

describe('a body that was re-written', () => {
  it.each([
    ['compact', compact, two, 'as compact JSON'],
    ['compact with a line break', `${compact}\n`, two, 'as compact JSON with a line break (LF) at its end'],
    ['as Python writes it', spaced, compact, 'as JSON with a space after each colon and comma'],
    ['indented', two, compact, 'as JSON indented by two spaces'],
    ['indented by four', two.replaceAll('  ', '    '), compact, 'as JSON indented by four spaces'],
    ['indented by tabs', two.replaceAll('  ', '\t'), compact, 'as JSON indented by tabs'],
    ['indented with CRLF', crlf(two), compact, 'as JSON indented by two spaces with CRLF as line ends'],
    ['sorted', sorted, compact, 'as compact JSON with sorted keys'],
    ['escaped', escaped, two, 'as compact JSON with letters beyond ASCII as \\u escapes'],
    ['plain', compact, escaped, 'as compact JSON with letters beyond ASCII as such'],
    [
      'as PHP writes it',
      escaped.replace('/', '\\/'),
      compact,
      'as compact JSON with "/" and letters beyond ASCII escaped',
    ],
    ['without a line break', compact, `${compact}\n`, 'without the line break at its end'],
    ['with a line break', `${compact}\n`, compact, 'with a line break (LF) at its end'],
    ['with CRLF at its end', `${compact}\r\n`, compact, 'with a line break (CRLF) at its end'],
    ['with LF', two, crlf(two), 'with LF as line ends'],
    ['with CRLF', crlf(two), two, 'with CRLF as line ends'],
    ['without a mark', compact, `${mark}${compact}`, 'without the byte order mark'],
    ['with a mark', `${mark}${compact}`, compact, 'with a byte order mark'],
    [
      'without mark and line break',
      compact,
      `${mark}${compact}\r\n`,
      'without the byte order mark and without the line break at its end',
    ],
    ['no JSON at all', 'a=1', 'a=1\n', 'without the line break at its end'],
  ])('verifies as it was sent: %s', (_what, sent, captured, form) => {
    for (const platform of [stamped, identified, discovered]) {
      const explanation = explained(platform, withBody(deliveryOf(platform, { body: sent }), captured));
      expect(explanation).toMatchObject({
        verified: false,
        code: 'signature-mismatch',
        hint: 'Have the proxy, tool or editor pass the body on byte for byte, and check the raw body.',
      });
      expect(problems(explanation)).toContain(`The signature fits the body ${form}.`);
    }
  });

  it.each([
    ['another value', body.replace('1.0', '1')],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0x7d])],
    ['nothing', ''],
    ['lists in lists', '['.repeat(101) + ']'.repeat(101)],
  ])('is not recognized with %s', (_what, captured) => {
    const explanation = explained(stamped, withBody(deliveryOf(stamped), captured));
    expect(problems(explanation).join('\n')).not.toMatch('The signature fits');
  });

  it('is recognized with a text of its whole length', () => {
    const long = JSON.stringify({ data: { id: 'apt_1', note: '\\"x'.repeat(12_000) } });
    const captured = JSON.stringify(JSON.parse(long), null, 2);
    const explanation = explained(stamped, withBody(deliveryOf(stamped, { body: long }), captured));
    expect(problems(explanation)).toContain('The signature fits the body as compact JSON.');
  });
});

describe('bytes', () => {
  const encoded = { 'content-encoding': 'gzip' };

  it.each([
    [{ 'content-length': '53' }, null],
    [
      { 'content-length': '52' },
      'The body is longer than the header content-length says: it was changed or cut.',
    ],
    [
      { 'content-length': '54' },
      'The body is shorter than the header content-length says: it was changed or cut.',
    ],
    [{ 'content-length': 'many' }, null],
    [{ 'content-length': '20', ...encoded }, null],
  ])('are counted against content-length: %j', (headers, text) => {
    const explanation = explained(stamped, deliveryOf(stamped, { headers }));
    expect(problems(explanation)).toEqual(text === null ? [] : [text]);
  });

  it.each([
    ['', 'The body is empty.'],
    ['--boundary\r\n', 'The body is a multipart form, and platforms send JSON.'],
    [' <html>', 'The body is HTML or XML, and platforms send JSON.'],
    ['payload=%7B%7D', 'The body is a URL-encoded form, and platforms send JSON.'],
    [
      Buffer.from([0x1f, 0x8b, 0x08]),
      'The body is compressed with gzip. Decode it first: signed is what it holds.',
    ],
  ])('that are no JSON are recognized: %j', (captured, text) => {
    const explanation = explained(stamped, deliveryOf(stamped, { body: captured }));
    expect(explanation.code).toBe('body-malformed');
    expect(problems(explanation)).toEqual([text, 'The body is not JSON in UTF-8.']);
  });

  it('that were lost leave a mark', () => {
    const explanation = explained(stamped, withBody(deliveryOf(stamped), body.replace('ë', '\ufffd')));
    expect(explanation.lines).toContainEqual({
      topic: 'body',
      state: 'note',
      text: 'The body has replacement characters (U+FFFD): bytes may have been lost when it was read as text.',
    });
  });
});
