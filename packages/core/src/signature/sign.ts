import { digest, keyOf, signedContent } from './digest.ts';
import type { HmacScheme } from './scheme.ts';
import { formatTimestamp } from './timestamp.ts';

export interface SignOptions {
  /** Time of sending in milliseconds since 1970. */
  readonly time: number;
  /** The delivery's id, for schemes that sign or send one. */
  readonly id?: string;
}

/**
 * The headers that a platform sends with a body, for simulators and tests.
 *
 * @returns lower-case header names with their values
 */
export function sign(
  body: Uint8Array,
  scheme: HmacScheme,
  secret: string,
  options: SignOptions,
): Record<string, string> {
  const { timestamp, signature } = scheme;
  const time = timestamp === undefined ? '' : formatTimestamp(options.time, timestamp.format);
  const content = signedContent(scheme, body, time, options.id ?? '');
  const encoded = digest(scheme.algorithm, keyOf(secret, scheme.key), content, scheme.encoding);

  const headers: Record<string, string> = {};
  if (scheme.idHeader !== undefined && options.id !== undefined) headers[scheme.idHeader] = options.id;
  const parts: string[] = [];
  if (timestamp !== undefined) {
    const { at } = timestamp;
    if ('pair' in at) parts.push(`${at.pair}${signature.pairs?.assign ?? '='}${time}`);
    else headers[at.header] = time;
  }
  const text = `${signature.prefix ?? ''}${encoded}`;
  parts.push(
    signature.pairs === undefined ? text : `${signature.pairs.name}${signature.pairs.assign}${text}`,
  );
  headers[signature.header] = parts.join(signature.pairs?.separator ?? '');
  return headers;
}
