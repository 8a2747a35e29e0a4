import type { Clock, Http, HttpResponse, Log } from '@carehooks/core';
import { type IExecuteFunctions, type IHttpRequestOptions, sleep } from 'n8n-workflow';

export const clock: Clock = { now: () => Date.now(), sleep };

interface FullResponse {
  statusCode: number;
  headers: Record<string, unknown>;
  body: unknown;
}

/** Milliseconds that timers may fire too early. */
const timerSlack = 20;

/** Sends requests through n8n, which adds what the credential says and keeps to the instance's own network rules. */
export function httpThrough(context: IExecuteFunctions, credential: string): Http {
  return async (request) => {
    const started = Date.now();
    const options: IHttpRequestOptions = {
      method: request.method,
      url: request.url,
      headers: { ...request.headers },
      body: request.body,
      encoding: 'text',
      returnFullResponse: true,
      ignoreHttpStatusErrors: true,
      disableFollowRedirect: true,
      timeout: request.timeout,
    };
    try {
      const send = context.helpers.httpRequestWithAuthentication;
      return readResponse((await send.call(context, credential, options)) as FullResponse);
    } catch {
      // What n8n throws quotes the request with its key. Only the kind of failure goes on.
      const timedOut = Date.now() - started >= request.timeout - timerSlack;
      throw Object.assign(new Error('No answer'), { name: timedOut ? 'TimeoutError' : 'Error' });
    }
  };
}

function readResponse(response: FullResponse): HttpResponse {
  const headers = Object.entries(response.headers).map(([name, value]) => [
    name.toLowerCase(),
    String(value),
  ]);
  return {
    status: response.statusCode,
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: typeof response.body === 'string' ? response.body : JSON.stringify(response.body ?? ''),
  };
}

/** Names what could not be fetched, for those who run the server. */
export function logTo(context: IExecuteFunctions): Log {
  return ({ code, relation, status }) =>
    context.logger.warn('A related record could not be fetched', { code, relation, status });
}
