/**
 * One HTTP request from a platform, as the host received it.
 *
 * Header names are lower case. `body` holds the raw bytes after content decoding (gzip, deflate) and nothing else:
 * a signature is checked over bytes, never over re-serialised JSON.
 */
export interface Delivery {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** When the host received it, in milliseconds since 1970. The replay window is measured from here. */
  readonly receivedAt: number;
}

/** The value of a header, or undefined. Names may come from a user's settings, so only own properties count. */
export function headerOf(delivery: Delivery, name: string): string | undefined {
  return Object.hasOwn(delivery.headers, name) ? delivery.headers[name] : undefined;
}

type LooseHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Lower-cases header names and joins repeated headers with `, ` as HTTP defines it (RFC 9110, 5.3). */
export function normalizeHeaders(headers: LooseHeaders): Record<string, string> {
  const entries: Array<[string, string]> = [];
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) continue;
    entries.push([name.toLowerCase(), typeof value === 'string' ? value : value.join(', ')]);
  }
  return Object.fromEntries(entries);
}
