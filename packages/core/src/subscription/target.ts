import { TriggerError } from '../errors.ts';
import { isLoopback } from '../http/url.ts';

/** Names and address ranges that lead nowhere from outside (RFC 1918, 3927, 4193, 6598, 6761). */
const privateHosts = [
  /^localhost$/,
  /\.(?:localhost|local|internal|lan|home|test|invalid|example)$/,
  /^0\./,
  /^10\./,
  /^127\./,
  /^169\.254\./,
  /^172\.(?:1[6-9]|2\d|3[01])\./,
  /^192\.168\./,
  /^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./,
  /^\[(?:::|::1|::ffff:.*|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*)\]$/,
] as const;

/**
 * Refuses target URLs that the platform could never reach, before it is asked for anything. A platform that itself runs
 * on this machine, such as a simulator, may call this machine.
 *
 * @throws TriggerError `target-unreachable`
 */
export function checkTarget(targetUrl: string, platformBase: URL): void {
  const url = URL.canParse(targetUrl) ? new URL(targetUrl) : null;
  if (url === null) throw new TriggerError('target-unreachable');
  if (isLoopback(platformBase) && isLoopback(url)) return;
  // A dot at the end says the same name.
  const host = url.hostname.replace(/\.$/, '');
  const isPrivate = privateHosts.some((pattern) => pattern.test(host)) || !/[.:]/.test(host);
  if (url.protocol !== 'https:' || isPrivate) throw new TriggerError('target-unreachable');
}

/** Equal after normalisation, never by part: a subscription with another path or query belongs to someone else. */
export function isSameTarget(left: string, right: string): boolean {
  return normalize(left) === normalize(right);
}

function normalize(text: string): string {
  return URL.canParse(text) ? new URL(text).href : text;
}
