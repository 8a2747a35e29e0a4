import { type Delivery, headerOf } from '../delivery.ts';
import { digest, isSignature, keyOf, signedContent } from './digest.ts';
import { readSignatures, readTimestamp } from './fields.ts';
import type { HmacScheme } from './scheme.ts';
import { checkWindow, parseTimestamp } from './timestamp.ts';
import { failed, methods, passed, type Verdict } from './verdict.ts';
import type { VerifyOptions } from './verify.ts';

/** Checks a signature in a documented header over `{body}`, `{timestamp}.{body}` or `{body}.{timestamp}`. */
export function verifyHmac(
  delivery: Delivery,
  scheme: HmacScheme,
  secrets: readonly string[],
  options: VerifyOptions,
): Verdict {
  const field =
    options.header === undefined ? scheme.signature : { ...scheme.signature, header: options.header };
  const value = headerOf(delivery, field.header);
  if (value === undefined || value === '') return failed('signature-missing');

  const timestamp = scheme.timestamp ? readTimestamp(delivery, field, scheme.timestamp) : '';
  if (timestamp === null) return failed('timestamp-missing');

  const id = scheme.idHeader && headerOf(delivery, scheme.idHeader);
  const content = signedContent(scheme, delivery.body, timestamp, id ?? '');
  const given = readSignatures(value, field);
  const key = options.key ?? scheme.key;
  const matched = secrets.findIndex((secret) => {
    const expected = digest(scheme.algorithm, keyOf(secret, key), content, scheme.encoding);
    return given.some((text) => isSignature(text, expected, scheme.encoding));
  });
  if (matched < 0) return failed('signature-mismatch');

  // The window is checked last: only a timestamp that is signed says anything.
  const stale = scheme.timestamp && checkTimestamp(timestamp, delivery, scheme.timestamp, options);
  return stale ? failed(stale) : passed(methods[scheme.algorithm], field.header, matched);
}

function checkTimestamp(
  text: string,
  delivery: Delivery,
  field: NonNullable<HmacScheme['timestamp']>,
  options: VerifyOptions,
) {
  const time = parseTimestamp(text, field.format);
  if (time === null) return 'timestamp-malformed';
  return checkWindow(time, delivery.receivedAt, options.tolerance ?? field.tolerance);
}
