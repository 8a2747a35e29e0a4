import { TriggerError } from '../errors.ts';
import type { ApiRequest } from './exchange.ts';

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** True for addresses of this very machine. */
export function isLoopback(url: URL): boolean {
  return loopback.test(url.hostname);
}

/**
 * Reads a base URL from the settings. Plain http is let through for this very machine only, so that no key travels
 * unencrypted.
 *
 * @throws TriggerError `base-url-invalid`
 */
export function parseBaseUrl(text: string): URL {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  const secure = url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url)));
  if (!secure || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new TriggerError('base-url-invalid');
  }
  return url;
}

/**
 * The full URL of a request. Whatever an id holds (`../`, `%2f`, `@`, control characters), the URL stays below the
 * base URL.
 *
 * @throws TriggerError `id-unsafe` for a segment that cannot be encoded in place
 */
export function buildUrl(base: URL, request: ApiRequest): string {
  const root = request.fromRoot === true ? '' : base.pathname.replace(/\/+$/, '');
  const url = new URL(base.origin);
  url.pathname = [root, ...request.path.map(encodeSegment)].join('/');
  // Built by hand: URLSearchParams would write spaces as `+`, which not every server reads back.
  const query = (request.query ?? []).map(([name, value]) => `${encodeText(name)}=${encodeText(value)}`);
  return query.length === 0 ? url.href : `${url.href}?${query.join('&')}`;
}

/** An empty or dot segment would be resolved away. No id has control characters, or is that long. */
function encodeSegment(segment: string): string {
  const misplaced = segment === '' || segment === '.' || segment === '..';
  const odd =
    segment.length > 500 || [...segment].some((character) => character < ' ' || character === '\u007f');
  if (misplaced || odd) throw new TriggerError('id-unsafe');
  return encodeText(segment);
}

function encodeText(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    // Only a lone surrogate, which no encoding can express, makes it throw.
    throw new TriggerError('id-unsafe');
  }
}
