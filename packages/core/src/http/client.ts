import { type ErrorCode, TriggerError } from '../errors.ts';
import type { JsonValue } from '../json.ts';
import { type Clock, type Http, type HttpRequest, type HttpResponse, Interruption } from '../ports.ts';
import type { ApiAnswer, ApiRequest, Exchange } from './exchange.ts';
import { retryAfter, retryDelay } from './retry.ts';
import { buildUrl } from './url.ts';

/** Everything that the client needs for one piece of work: where the API is, the host's ports, and the time there is. */
export interface Client {
  readonly base: URL;
  readonly http: Http;
  readonly clock: Clock;
  /** Milliseconds since 1970 after which nothing is started any more. */
  readonly deadline: number;
}

/** Milliseconds that a single call may take. */
const callTimeout = 5_000;

/**
 * Holds a conversation to its end.
 *
 * @throws TriggerError with an `api-…` code. The exchange sees it first and may carry on.
 */
export async function converse<Result>(exchange: Exchange<Result>, client: Client): Promise<Result> {
  let step = exchange.next();
  while (step.done !== true) {
    try {
      step = exchange.next(await send(step.value, client));
    } catch (error) {
      if (!(error instanceof TriggerError)) throw error;
      step = exchange.throw(error);
    }
  }
  return step.value;
}

/** Methods that do no more when they are sent twice (RFC 9110, 9.2.2). */
const idempotent: ReadonlyArray<HttpRequest['method']> = ['GET', 'PUT', 'DELETE'];

/**
 * Sends one request and reads the answer. While time is left it is sent again after 429, and after 5xx, 408, 425 and
 * broken connections if that can do no harm.
 */
async function send(request: ApiRequest, client: Client): Promise<ApiAnswer> {
  const method = request.method ?? 'GET';
  const url = buildUrl(client.base, request);
  const repeatable = request.repeatable ?? idempotent.includes(method);
  for (let count = 1; ; count += 1) {
    const timeout = Math.min(callTimeout, client.deadline - client.clock.now());
    if (timeout <= 0) throw new TriggerError('api-timeout');
    const result = await attemptOnce(toHttpRequest(method, url, request, timeout), client.http);
    const now = client.clock.now();
    const pause = retryDelay({ count, response: result.response, repeatable }, now);
    if (pause === null || now + pause >= client.deadline) return readAnswer(result, request, now);
    await client.clock.sleep(pause);
  }
}

function toHttpRequest(
  method: HttpRequest['method'],
  url: string,
  request: ApiRequest,
  timeout: number,
): HttpRequest {
  const headers = { accept: 'application/json' };
  if (request.json !== undefined) {
    const body = JSON.stringify(request.json);
    return { method, url, headers: { ...headers, 'content-type': 'application/json' }, body, timeout };
  }
  if (request.form !== undefined) {
    const body = new URLSearchParams(request.form).toString();
    const type = 'application/x-www-form-urlencoded';
    return { method, url, headers: { ...headers, 'content-type': type }, body, timeout };
  }
  return { method, url, headers, timeout };
}

type AttemptResult =
  | { readonly response: HttpResponse }
  | { readonly response: null; readonly code: 'api-timeout' | 'api-unreachable' };

async function attemptOnce(request: HttpRequest, http: Http): Promise<AttemptResult> {
  try {
    return { response: await http(request) };
  } catch (error) {
    if (error instanceof TriggerError || error instanceof Interruption) throw error;
    // What the host throws may quote the request, so only its kind is kept.
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    return { response: null, code: timedOut ? 'api-timeout' : 'api-unreachable' };
  }
}

function readAnswer(result: AttemptResult, request: ApiRequest, now: number): ApiAnswer {
  if (result.response === null) throw new TriggerError(result.code);
  const { response } = result;
  const { status } = response;
  const success = status >= 200 && status < 300;
  if (success || request.expect?.includes(status) === true) {
    return { status, body: parseBody(response, success) };
  }
  const wait = retryAfter(response, now);
  throw new TriggerError(codeOf(status, request), { status, ...(wait === null ? {} : { retryAfter: wait }) });
}

function parseBody(response: HttpResponse, success: boolean): JsonValue {
  if (response.body.trim() === '') return null;
  try {
    return JSON.parse(response.body) as JsonValue;
  } catch {
    // A login page with status 200 is no answer; the text of an expected error does not matter.
    if (success) throw new TriggerError('api-answer-unexpected', { status: response.status });
    return null;
  }
}

function codeOf(status: number, { method = 'GET' }: ApiRequest): ErrorCode {
  const codes: Readonly<Record<number, ErrorCode>> = {
    401: 'api-unauthorized',
    403: 'api-forbidden',
    404: 'api-not-found',
    408: 'api-timeout',
    // What is only read cannot be in the way of anything.
    409: method === 'GET' ? 'api-rejected' : 'api-conflict',
    410: 'api-not-found',
    425: 'api-unavailable',
    429: 'api-throttled',
  };
  if (status >= 300 && status < 400) return 'api-redirected';
  return codes[status] ?? (status >= 500 ? 'api-unavailable' : 'api-rejected');
}
