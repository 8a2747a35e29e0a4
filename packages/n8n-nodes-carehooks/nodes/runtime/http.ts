import { type Http, type HttpRequest, type HttpResponse, TriggerError } from '@carehooks/core';
import type { IHttpRequestOptions } from 'n8n-workflow';

/** An answer of n8n's clients, the new one and the old. */
export interface FullResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** Milliseconds that timers may fire too early. */
const timerSlack = 20;

/** The core's way to the API through one of n8n's clients. */
export function httpBy(send: (request: HttpRequest) => Promise<FullResponse>): Http {
  return async (request) => {
    const started = Date.now();
    try {
      return readResponse(await send(request));
    } catch (error) {
      const { cause, httpCode } = error as { cause?: unknown; httpCode?: unknown };
      if (httpCode === '401') return { status: 401, headers: {}, body: '' };
      // What n8n throws quotes the request with its key. Only the kind of failure goes on.
      throw failureOf(cause, Date.now() - started >= request.timeout - timerSlack);
    }
  };
}

/** A request as n8n's client takes it: any status is an answer, and its body is text. */
export function optionsOf({ method, url, headers, body, timeout }: HttpRequest): IHttpRequestOptions {
  return {
    ...{ method, url, headers: { ...headers }, body, timeout },
    encoding: 'text',
    returnFullResponse: true,
    ignoreHttpStatusErrors: true,
    disableFollowRedirect: true,
  };
}

/** A login that failed says itself what is wrong. */
function failureOf(cause: unknown, timedOut: boolean): Error {
  if (cause instanceof TriggerError) return cause;
  return Object.assign(new Error('No answer'), { name: timedOut ? 'TimeoutError' : 'Error' });
}

function readResponse({ statusCode, headers, body }: FullResponse): HttpResponse {
  const texts = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return {
    status: statusCode,
    headers: Object.fromEntries(texts) as Record<string, string>,
    body: typeof body === 'string' ? body : JSON.stringify(body ?? null),
  };
}
