import type { Delivery } from '@carehooks/core';
import type { Bundle } from 'zapier-platform-core';
import { clock } from './clock.ts';
import { Rejection } from './sealed.ts';

/**
 * The delivery in a bundle. Zapier hands over the body as text: its UTF-8 bytes are the bytes that were signed, and a
 * body that is not UTF-8 fails the check of its signature.
 *
 * https://docs.zapier.com/platform/reference/cli-docs#bundle-rawrequest
 *
 * @throws Rejection `body-unavailable`: whoever knows the URL can send a request without a body
 */
export function toDelivery({ rawRequest }: Pick<Bundle, 'rawRequest'>): Delivery {
  if (typeof rawRequest?.content !== 'string') throw new Rejection('body-unavailable');
  const headers = Object.entries(rawRequest.headers ?? {}).map(([name, value]) => [
    toHeaderName(name),
    value,
  ]);
  return {
    method: rawRequest.method ?? 'POST',
    headers: Object.fromEntries(headers),
    query: Object.fromEntries(new URLSearchParams(rawRequest.querystring ?? '')),
    body: Buffer.from(rawRequest.content, 'utf8'),
    receivedAt: clock.now(),
  };
}

/** The name that the sender used, in lower case: Zapier shows `X-Signature` as `Http-X-Signature`. */
export function toHeaderName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/^http-/, '');
}
