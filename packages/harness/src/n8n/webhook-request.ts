import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { createGunzip, createInflate } from 'node:zlib';
import type {} from 'n8n-workflow';
import { HttpError } from './http-error.ts';
import { network, qs } from './runtime.ts';

/** n8n's default for N8N_PAYLOAD_SIZE_MAX, in bytes. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;

/**
 * The part of Express's request that a webhook node may use. What n8n adds to it (`rawBody`, `readRawBody`,
 * `contentType`, `encoding`) is declared by n8n-workflow on every IncomingMessage.
 */
export interface WebhookRequest extends IncomingMessage {
  header(name: string): string | string[] | undefined;
  get(name: string): string | string[] | undefined;
  originalUrl: string;
  path: string;
  params: Record<string, string>;
  query: Record<string, unknown>;
  /** Undefined until a parser has set it: n8n's webhook routes have no default body. */
  body: unknown;
}

/** Dresses a request as it looks to n8n's webhook route before the body is parsed. */
export function asWebhookRequest(message: IncomingMessage): WebhookRequest {
  network.parseIncomingMessage(message);
  const url = new URL(message.url ?? '/', 'http://localhost');
  const header = (name: string) => message.headers[name.toLowerCase()];
  const request: WebhookRequest = Object.assign(message, {
    header,
    get: header,
    originalUrl: message.url ?? '/',
    path: url.pathname,
    params: {},
    query: qs.parse(url.search.slice(1), { allowPrototypes: true }),
    body: undefined,
    async readRawBody() {
      request.rawBody ??= await readBody(request);
    },
  });
  return request;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const stream = decoded(request);
  if (request.destroyed || !stream.readable) {
    throw new HttpError(400, 'Request body stream was aborted or is not readable');
  }
  const body = await buffer(stream);
  // Not a 413: n8n passes its body reader's error on as an unexpected one.
  if (body.length > MAX_BODY_BYTES) throw new Error('request entity too large');
  return body;
}

/** n8n decodes gzip and deflate; any other encoding reaches the node as it was sent. */
function decoded(request: IncomingMessage) {
  switch (request.headers['content-encoding']) {
    case 'gzip':
      return request.pipe(createGunzip());
    case 'deflate':
      return request.pipe(createInflate());
    default:
      return request;
  }
}
