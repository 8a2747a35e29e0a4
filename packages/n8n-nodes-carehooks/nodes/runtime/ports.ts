import { type Clock, type Http, type HttpResponse, type Log, TriggerError } from '@carehooks/core';
import { type IExecuteFunctions, type IHttpRequestOptions, sleep } from 'n8n-workflow';
import type { AnyContext } from './context.ts';
import type { Trigger } from './trigger.ts';

export const clock: Clock = { now: () => Date.now(), sleep };

interface FullResponse {
  statusCode: number;
  headers: Record<string, unknown>;
  body: unknown;
}

/** Milliseconds that timers may fire too early. */
const timerSlack = 20;

/** Sends requests through n8n, which adds what the credential says and keeps to the instance's own network rules. */
export function httpThrough(context: AnyContext, { platform, apiCredential }: Trigger): Http {
  // n8n logs in again after a 401, but only one that it is let to see as an error.
  const ignoreHttpStatusErrors = platform.api.session === undefined || {
    ignore: true as const,
    except: [401],
  };
  return async (request) => {
    const started = Date.now();
    const options: IHttpRequestOptions = {
      method: request.method,
      url: request.url,
      headers: { ...request.headers },
      body: request.body,
      encoding: 'text',
      returnFullResponse: true,
      ignoreHttpStatusErrors,
      disableFollowRedirect: true,
      timeout: request.timeout,
    };
    try {
      const send = context.helpers.httpRequestWithAuthentication;
      return readResponse(
        (await send.call(context as IExecuteFunctions, apiCredential, options)) as FullResponse,
      );
    } catch (error) {
      const { cause, httpCode } = error as { cause?: unknown; httpCode?: unknown };
      if (httpCode === '401') return { status: 401, headers: {}, body: '' };
      // What n8n throws quotes the request with its key. Only the kind of failure goes on.
      throw failureOf(cause, Date.now() - started >= request.timeout - timerSlack);
    }
  };
}

/** A login that failed says itself what is wrong. */
function failureOf(cause: unknown, timedOut: boolean): Error {
  if (cause instanceof TriggerError) return cause;
  return Object.assign(new Error('No answer'), { name: timedOut ? 'TimeoutError' : 'Error' });
}

/** An answer of n8n's client as the core reads it. */
export function readResponse(response: FullResponse): HttpResponse {
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
