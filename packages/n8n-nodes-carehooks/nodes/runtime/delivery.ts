import { type Delivery, normalizeHeaders } from '@carehooks/core';
import type { IWebhookFunctions } from 'n8n-workflow';

/**
 * The request as n8n received it, with its raw bytes.
 *
 * n8n reads the body before the node runs only for content types that it parses. It cannot give the bytes of a
 * multipart request, whose stream it has consumed, nor of one that is too large.
 *
 * @returns null when there are no raw bytes, so that nothing can be verified
 */
export async function readDelivery(context: IWebhookFunctions): Promise<Delivery | null> {
  const request = context.getRequestObject();
  const body = await readBody(request);
  if (body === null) return null;
  return {
    method: request.method,
    headers: normalizeHeaders(context.getHeaderData() as Record<string, string | string[] | undefined>),
    query: readQuery(context),
    body,
    receivedAt: Date.now(),
  };
}

async function readBody(request: ReturnType<IWebhookFunctions['getRequestObject']>): Promise<Buffer | null> {
  try {
    if (request.rawBody === undefined) await request.readRawBody();
    return Buffer.isBuffer(request.rawBody) ? request.rawBody : null;
  } catch {
    // What n8n throws here may quote the request. The caller tells the sender and the log what is wrong.
    return null;
  }
}

function readQuery(context: IWebhookFunctions): Record<string, string> {
  const entries = Object.entries(context.getQueryData() as Record<string, unknown>);
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
