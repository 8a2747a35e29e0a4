import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { ExplanationLine } from '@carehooks/core/explain';
import { CliError } from '../exit.ts';
import { flaw, remark } from './capture.ts';

/** A body that unpacks to more is no delivery. */
const mebibytes = 32;

const limit = { maxOutputLength: mebibytes * 1_024 * 1_024 };

const decoders: Readonly<Record<string, (body: Buffer) => Buffer>> = {
  gzip: (body) => gunzipSync(body, limit),
  'x-gzip': (body) => gunzipSync(body, limit),
  // Some senders leave out the zlib header, against RFC 9110, 8.4.1.2.
  deflate: (body) => (startsZlib(body) ? inflateSync(body, limit) : inflateRawSync(body, limit)),
  br: (body) => brotliDecompressSync(body, limit),
};

export interface Decoded {
  readonly body: Buffer;
  readonly remarks: readonly ExplanationLine[];
}

/**
 * Undoes the codings of a body as every receiver does: what is signed is what was encoded.
 *
 * @param codings value of the header content-encoding
 * @throws CliError when it becomes too large
 */
export function decodeBody(body: Buffer, codings: string | undefined): Decoded {
  const names = (codings ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length === 0 || body.length === 0) return { body, remarks: [] };
  if (/^\s*[[{]/.test(body.subarray(0, 100).toString('latin1'))) {
    return { body, remarks: [remark('body', 'The capture has the body decoded already.')] };
  }
  return names.reduceRight<Decoded>((made, name) => decode(made, name), { body, remarks: [] });
}

function decode({ body, remarks }: Decoded, name: string): Decoded {
  const decoder = Object.hasOwn(decoders, name) ? decoders[name] : undefined;
  const decoded = decoder === undefined ? null : attempt(decoder, body);
  if (decoded === null) {
    return {
      body,
      remarks: [...remarks, flaw('body', 'The body cannot be decoded as content-encoding says.')],
    };
  }
  const size = `${decoded.length.toLocaleString('en-US')} bytes`;
  return {
    body: decoded,
    remarks: [...remarks, remark('body', `The body is decoded from ${name}: ${size}.`)],
  };
}

function attempt(decoder: (body: Buffer) => Buffer, body: Buffer): Buffer | null {
  try {
    return decoder(body);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') return null;
    throw new CliError(`The decoded body is larger than ${mebibytes} MiB.`, 'Check a smaller request.');
  }
}

/** RFC 1950, 2.2: method 8, and a header that is a multiple of 31. */
function startsZlib(body: Buffer): boolean {
  return body.length > 1 && ((body[0] ?? 0) & 0x0f) === 8 && body.readUInt16BE(0) % 31 === 0;
}
