import { gzipSync } from 'node:zlib';
import type { Delivery } from '@carehooks/core';

/** A delivery as it goes over the wire. */
export function toRaw(
  { method, headers, query, body }: Delivery,
  change: { readonly lineEnd?: string } = {},
): Buffer {
  const { lineEnd = '\r\n' } = change;
  const head = [`${method} ${targetOf(query)} HTTP/1.1`, ...headerLines(headers), '', ''].join(lineEnd);
  return Buffer.concat([Buffer.from(head, 'latin1'), body]);
}

/** What `curl -v` prints while it sends it. */
export function toCurl({ method, headers, query, body }: Delivery): string {
  const sent = [`${method} ${targetOf(query)} HTTP/2`, ...headerLines(headers), ''].map(
    (line) => `> ${line}`,
  );
  const answer = ['* upload completely sent off', '< HTTP/2 200', '< content-length: 0', '< '];
  return ['*   Trying 127.0.0.1:443...', ...sent, Buffer.from(body).toString(), ...answer, ''].join('\n');
}

export function toChunked(delivery: Delivery): Buffer {
  const half = Math.floor(delivery.body.length / 2);
  const chunks = [delivery.body.subarray(0, half), delivery.body.subarray(half), new Uint8Array()];
  const body = Buffer.concat(
    chunks.flatMap((chunk) => [Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n')]),
  );
  return toRaw({ ...delivery, headers: { ...delivery.headers, 'transfer-encoding': 'chunked' }, body });
}

export function gzipped(delivery: Delivery): Delivery {
  const headers = { ...delivery.headers, 'content-encoding': 'gzip' };
  return { ...delivery, headers, body: gzipSync(delivery.body) };
}

export function toHar({ method, headers, query, body, receivedAt }: Delivery): string {
  const request = {
    ...{ method, url: `https://n8n.example.com${targetOf(query)}`, httpVersion: 'HTTP/2' },
    headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
    postData: { mimeType: 'application/json', text: Buffer.from(body).toString() },
  };
  const startedDateTime = new Date(receivedAt).toISOString();
  return JSON.stringify({ log: { version: '1.2', entries: [{ startedDateTime, request }] } });
}

/** What Zapier hands an app. */
export function toZapier({ method, headers, query, body }: Delivery): string {
  const named = Object.entries(headers).map(([name, value]) => [`Http-${name}`, value]);
  const querystring = new URLSearchParams(query).toString();
  const content = Buffer.from(body).toString();
  return JSON.stringify({ rawRequest: { method, querystring, headers: Object.fromEntries(named), content } });
}

/** What n8n's Webhook node shows, with the raw body as binary data if that option is on. */
export function toN8n({ headers, query, body }: Delivery, rawBody: boolean): string {
  const data = { data: Buffer.from(body).toString('base64'), mimeType: 'application/json' };
  const parsed = rawBody ? {} : (JSON.parse(Buffer.from(body).toString()) as unknown);
  const json = { headers, params: {}, query, body: parsed, executionMode: 'test' };
  return JSON.stringify([{ json, ...(rawBody ? { binary: { data } } : {}) }]);
}

function targetOf(query: Delivery['query']): string {
  const text = new URLSearchParams(query).toString();
  return text === '' ? '/webhook/1' : `/webhook/1?${text}`;
}

function headerLines(headers: Delivery['headers']): string[] {
  return Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
}
