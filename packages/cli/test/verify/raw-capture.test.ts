import { readCapture } from '../../src/verify/read-capture.ts';

const body = '{"data":{"id":"apt_1","note":"Zoë"}}';
const length = Buffer.byteLength(body);

function read(text: string) {
  const capture = readCapture(Buffer.from(text));
  return { ...capture, text: capture.body.toString(), remarks: capture.remarks.map((remark) => remark.text) };
}

const joined = 'The chunks of the body are joined.';

describe('raw HTTP', () => {
  it.each([
    ['HTTP/1.1', 'POST /hook?a=1 HTTP/1.1'],
    ['HTTP/2', 'POST /hook?a=1 HTTP/2'],
    ['HTTP/2.0', 'POST /hook?a=1 HTTP/2.0'],
    ['no version', 'post /hook?a=1'],
    ['pseudo-headers', ':method: POST\r\n:path: /hook?a=1\r\n:scheme: https'],
    ['blank lines before it', '\r\n\n  POST /hook?a=1 HTTP/1.1'],
  ])('is read with %s', (_what, line) => {
    const capture = read(`${line}\r\nX-Signature:  a b\r\nx-signature: c\r\n\r\n${body}`);
    expect(capture).toMatchObject({ method: 'POST', target: '/hook?a=1', text: body, remarks: [] });
    expect(capture.headers).toEqual([
      ['X-Signature', 'a b'],
      ['x-signature', 'c'],
    ]);
  });

  it('is read without a request line', () => {
    expect(read(`Content-Type: application/json\n\n${body}`)).toMatchObject({
      ...{ method: 'POST', target: '/', text: body },
      headers: [['Content-Type', 'application/json']],
    });
  });

  it('may have no body', () => {
    for (const text of [
      'POST / HTTP/1.1\nHost: x',
      'POST / HTTP/1.1\nHost: x\n\n',
      '> POST / HTTP/2\n> host: x',
    ]) {
      expect(read(text)).toMatchObject({ text: '', remarks: ['The capture has no body.'] });
    }
  });

  it('keeps the bytes of the body and of header values', () => {
    const bytes = Buffer.from([0x7b, 0xff, 0x00, 0x0d, 0x0a, 0x0d, 0x0a, 0x7d]);
    const head = Buffer.from('POST / HTTP/1.1\r\nX-Name: Zo\xeb\r\n\r\n', 'latin1');
    const capture = readCapture(Buffer.concat([head, bytes]));
    expect(capture.body).toEqual(bytes);
    expect(capture.headers).toEqual([['X-Name', 'Zoë']]);
  });

  it('ends where content-length says so, if line breaks follow', () => {
    const head = `POST / HTTP/1.1\r\nContent-Length: ${length}\r\n`;
    expect(read(`${head}\r\n${body}\r\n\n`)).toMatchObject({
      text: body,
      remarks: [
        'Line breaks after the end that content-length tells are left out: an editor put them there.',
      ],
    });
    expect(read(`${head}\r\n${body}`)).toMatchObject({ text: body, remarks: [] });
    // What else follows may be the body itself, written in another way; the explanation tells of the length.
    expect(read(`${head}\r\n${body} {}`)).toMatchObject({ text: `${body} {}`, remarks: [] });
    expect(read(`${head}\r\n${body.slice(9)}`)).toMatchObject({ text: body.slice(9), remarks: [] });
    expect(read(`${head}Content-Encoding: gzip\r\n\r\n${body}\n`)).toMatchObject({ text: `${body}\n` });
  });

  it('is read in chunks, whole or cut, and joined already', () => {
    const head = 'POST / HTTP/1.1\nTransfer-Encoding: Chunked\n\n';
    const first = `a;name=value\n${body.slice(0, 10)}\n`;
    const second = `${(length - 10).toString(16)}\r\n${body.slice(10)}\r\n`;
    expect(read(`${head}${first}${second}0\r\n\r\n`)).toMatchObject({ text: body, remarks: [joined] });
    expect(read(`${head}${first}${second}0\nx-trailer: 1\n\nand more`)).toMatchObject({ text: body });
    expect(read(`${head}${first}`)).toMatchObject({
      text: body.slice(0, 10),
      remarks: ['The chunks of the body are joined, and its end is missing.'],
    });
    expect(read(`${head}${body}`)).toMatchObject({ text: body, remarks: [] });
  });

  it('is read from what curl -v prints', () => {
    const text = [
      ...['* Connected to localhost', '> POST /hook HTTP/2', '> Host: localhost', '> X-Signature: abc', '> '],
      ...[
        '{"a":1,',
        ' "b":2}',
        '} [15 bytes data]',
        '* upload completely sent off',
        '< HTTP/2 200',
        '< ',
        'noted',
      ],
    ];
    expect(read(text.join('\n'))).toMatchObject({
      ...{ method: 'POST', target: '/hook', text: '{"a":1,\n "b":2}' },
      headers: [
        ['Host', 'localhost'],
        ['X-Signature', 'abc'],
      ],
    });
  });

  it.each([
    ['nothing', ''],
    ['prose', 'the quick brown fox canary'],
    ['an answer', 'HTTP/1.1 200 OK\r\nX-Canary: canary\r\n\r\n'],
    ['an unknown method', 'CANARY / HTTP/1.1\r\n\r\n'],
    ['too large a head', `POST / HTTP/1.1\r\nX-Canary: ${'canary'.repeat(20_000)}\r\n\r\n`],
  ])('is not %s', (_what, text) => {
    expect(() => read(text)).toThrow('The request cannot be read as HTTP.');
  });
});
