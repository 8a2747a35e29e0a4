import type { Content } from './fault.ts';

const oversize = 17 * 1024 * 1024;
const boundary = 'carehooks-simulator-boundary';

export function cutShort({ contentType, body }: Content): Content {
  return { contentType, body: body.subarray(0, Math.floor(body.length / 2)) };
}

export function wrapInForm({ body }: Content): Content {
  const before = `--${boundary}\r\nContent-Disposition: form-data; name="payload"\r\n\r\n`;
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([Buffer.from(before), body, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}

/** Spaces after the end leave the JSON valid. */
export function padToOversize({ contentType, body }: Content): Content {
  return { contentType, body: Buffer.concat([body, Buffer.alloc(Math.max(0, oversize - body.length), ' ')]) };
}

/** Leaves the JSON valid and says something else: no number becomes 0, so none gets a leading zero. */
export function editOneDigit(body: Uint8Array): Uint8Array {
  const edited = Buffer.from(body);
  const zero = 48;
  const at = edited.findIndex((byte) => byte >= zero && byte <= zero + 9);
  if (at < 0) return Buffer.concat([edited, Buffer.from(' ')]);
  edited[at] = (((edited[at] ?? zero) - zero) % 9) + 1 + zero;
  return edited;
}
