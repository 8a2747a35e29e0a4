import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { decodeBody } from '../../src/verify/content-coding.ts';

const body = Buffer.from('{"data":{"id":"apt_1"}}');

function decoded(encoded: Buffer, codings: string) {
  const result = decodeBody(encoded, codings);
  return {
    text: result.body.toString(),
    remarks: result.remarks.map(({ state, text }) => `${state}: ${text}`),
  };
}

it.each([
  ['gzip', gzipSync(body)],
  ['x-gzip', gzipSync(body)],
  ['GZip', gzipSync(body)],
  ['deflate', deflateSync(body)],
  ['deflate', deflateRawSync(body)],
  ['br', brotliCompressSync(body)],
])('%s is decoded', (coding, encoded) => {
  expect(decoded(encoded, coding)).toEqual({
    text: body.toString(),
    remarks: [`note: The body is decoded from ${coding.toLowerCase()}: 23 bytes.`],
  });
});

it('the last coding is undone first', () => {
  const { text, remarks } = decoded(brotliCompressSync(gzipSync(body)), 'gzip, br');
  expect(text).toBe(body.toString());
  expect(remarks).toHaveLength(2);
});

it.each(['', 'identity'])('the coding "%s" is none', (coding) => {
  expect(decoded(body, coding)).toEqual({ text: body.toString(), remarks: [] });
});

it('a body that is decoded already stays', () => {
  expect(decoded(body, 'gzip')).toEqual({
    text: body.toString(),
    remarks: ['note: The capture has the body decoded already.'],
  });
  expect(decoded(Buffer.alloc(0), 'gzip')).toEqual({ text: '', remarks: [] });
});

it.each(['gzip', 'zstd', 'constructor', 'deflate'])(
  'a body that is no %s stays, and that is told',
  (coding) => {
    expect(decoded(Buffer.from('nonsense'), coding)).toEqual({
      text: 'nonsense',
      remarks: ['problem: The body cannot be decoded as content-encoding says.'],
    });
  },
);

it('a small body that unpacks to a huge one is refused', () => {
  expect(() => decodeBody(gzipSync(Buffer.alloc(33 * 1_024 * 1_024)), 'gzip')).toThrow(
    'The decoded body is larger than 32 MiB.',
  );
});
