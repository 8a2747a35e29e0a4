import { readCapture } from '../../src/verify/read-capture.ts';

const time = Date.parse('2026-01-15T09:30:00.000Z');

function read(value: unknown) {
  const capture = readCapture(Buffer.from(JSON.stringify(value)));
  return { ...capture, text: capture.body.toString(), remarks: capture.remarks.map((remark) => remark.text) };
}

describe('JSON', () => {
  it.each([
    ['an object', { 'X-A': '1', 'X-B': ['2', '3'], 'X-C': null, 'X-D': 4 }],
    [
      'pairs',
      [
        ['X-A', '1'],
        ['X-B', '2'],
        ['X-B', '3'],
        ['X-D', 4],
      ],
    ],
    [
      'names and values',
      [
        { name: 'X-A', value: '1' },
        { name: 'X-B', value: '2' },
        { name: 'X-B', value: '3' },
        { name: 'X-D', value: '4' },
      ],
    ],
  ])('has headers as %s', (_what, headers) => {
    expect(read({ headers, body: 'x' }).headers).toEqual([
      ['X-A', '1'],
      ['X-B', '2'],
      ['X-B', '3'],
      ['X-D', '4'],
    ]);
  });

  it.each([
    [
      'url',
      { method: 'PUT', url: 'https://example.com/hook?a=1' },
      'PUT',
      'https://example.com/hook?a=1',
      {},
    ],
    [
      'path and query',
      { method: 'POST', path: '/hook', query: { a: 1, b: ['2', '3'] } },
      'POST',
      '/hook',
      { a: '1', b: '3' },
    ],
    ['querystring', { querystring: 'a=1&b=%C3%AB' }, 'POST', '/', { a: '1', b: 'ë' }],
    [
      'a gateway',
      { httpMethod: 'POST', path: '/hook', queryStringParameters: { a: '1' } },
      'POST',
      '/hook',
      { a: '1' },
    ],
    [
      'a newer gateway',
      { requestContext: { http: { method: 'GET' } }, rawPath: '/hook', rawQueryString: 'a=1' },
      'GET',
      '/hook',
      { a: '1' },
    ],
    ['none', { queryStringParameters: null }, 'POST', '/', {}],
  ])('has its address as %s', (_what, fields, method, target, query) => {
    expect(read({ headers: {}, ...fields })).toMatchObject({ method, target, query });
  });

  it.each([
    ['text', { body: '{"a": 1}' }, '{"a": 1}'],
    ['content', { content: 'ë' }, 'ë'],
    ['posted text', { postData: { mimeType: 'x', text: 'ë' } }, 'ë'],
    ['base64', { bodyBase64: 'w6s=' }, 'ë'],
    ['text in base64', { body: 'w6s=', isBase64Encoded: true }, 'ë'],
    ['posted base64', { postData: { text: 'w6s=', encoding: 'base64' } }, 'ë'],
  ])('has the body as %s', (_what, fields, text) => {
    expect(read({ headers: {}, ...fields })).toMatchObject({ text, remarks: [] });
  });

  it.each([
    ['an object', { a: [1, 'ë'] }, '{"a":[1,"ë"]}'],
    ['a list', [{ a: 1 }], '[{"a":1}]'],
    ['a number', 1, '1'],
  ])('says that %s is no body of bytes', (_what, body, text) => {
    const capture = read({ headers: {}, body });
    expect(capture.text).toBe(text);
    expect(capture.remarks).toEqual([
      expect.stringContaining('as parsed JSON, and not the bytes that were signed'),
    ]);
  });

  it('may have no body', () => {
    expect(read({ headers: {}, body: null })).toMatchObject({
      text: '',
      remarks: ['The capture has no body.'],
    });
  });

  it.each([
    ['receivedAt', { receivedAt: '2026-01-15T09:30:00Z' }, time],
    ['seconds', { receivedAt: time / 1_000 }, time],
    ['milliseconds', { startedAt: time }, time],
    ['another zone', { startedDateTime: '2026-01-15T10:30:00.000+01:00' }, time],
    ['no zone', { receivedAt: '2026-01-15T09:30:00' }, null],
    ['no time', { receivedAt: 'yesterday' }, null],
    ['no such day', { receivedAt: '2026-13-45T09:30:00Z' }, null],
    ['a number that is none', { receivedAt: -1 }, null],
  ])('tells when it was received: %s', (_what, fields, receivedAt) => {
    expect(read({ headers: {}, ...fields })).toMatchObject({ receivedAt });
    expect(read({ ...fields, request: { headers: {} } })).toMatchObject({ receivedAt });
  });

  it('has the names of headers without what Zapier puts there', () => {
    const headers = { 'Http-X-Signature': 'a', 'Content-Type': 'b' };
    expect(read({ headers, content: 'x', querystring: '' })).toMatchObject({
      headers: [
        ['X-Signature', 'a'],
        ['Content-Type', 'b'],
      ],
      remarks: ['The "Http-" that Zapier puts before the names of headers is taken off.'],
    });
    expect(read({ headers, body: 'x' }).headers[0]).toEqual(['Http-X-Signature', 'a']);
    expect(read({ headers: { A: 'b' }, content: 'x', querystring: '' }).remarks).toEqual([]);
  });

  it('leaves n8n’s binary data that lies elsewhere', () => {
    const json = { headers: {}, body: 'x' };
    expect(read({ json, binary: { data: { data: 'filesystem-v2', id: 'filesystem-v2:1' } } }).text).toBe('x');
    expect(read({ json, binary: { data: null } }).text).toBe('x');
  });
});

describe('JSON without a request', () => {
  it.each([
    [{}, 'There is no request in the JSON.'],
    [[], 'There is no request in the JSON.'],
    [{ request: 'POST /' }, 'There is no request in the JSON.'],
    [{ attempts: [] }, 'There is no request in the JSON.'],
    [[{ headers: {} }, { headers: {} }], 'The JSON holds 2 requests.'],
    [{ log: { entries: [{ request: { headers: [] } }, {}] } }, 'The JSON holds 2 requests.'],
    [{ headers: 'canary' }, 'The field "headers" of the request has an unexpected form.'],
    [{ headers: { canary: {} } }, 'The field "headers" of the request has an unexpected form.'],
    [{ headers: {}, url: { canary: 1 } }, 'The field "url" of the request has an unexpected form.'],
  ])('is refused: %j', (value, message) => {
    expect(() => read(value)).toThrow(message);
  });

  it.each(['{', '[1,', '{"headers":{"x":"\xff"}'])('is refused when it is broken: %s', (text) => {
    expect(() => readCapture(Buffer.from(text, 'latin1'))).toThrow(
      'The file looks like JSON and cannot be read as such.',
    );
  });
});
