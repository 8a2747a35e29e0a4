import {
  type Connection,
  converse,
  type HttpRequest,
  parseBaseUrl,
  type Platform,
  TriggerError,
} from '@carehooks/core';
import type {
  ICredentialTestFunction,
  ICredentialTestFunctions,
  INodeCredentialTestResult,
} from 'n8n-workflow';
import { type FullResponse, httpBy } from '../runtime/http.ts';
import { clock } from '../runtime/ports.ts';
import { logIn } from './log-in.ts';

/** Milliseconds that the test may take after the login. */
const timeLimit = 10_000;

/** Whatever went wrong, its message may quote a request with its key. */
const unexpected = 'The test failed unexpectedly. Try again, and report the problem if it comes back.';

/**
 * Tests a credential the way all hosts do, with a login first where there is one. A request beside the credential, as n8n
 * offers it, would take any web page for a success, follow redirects with the key, and have no words for what to do.
 */
export function testConnection(platform: Platform): ICredentialTestFunction {
  return async function test(this: ICredentialTestFunctions, { data }) {
    try {
      return await connect(platform, data as Connection, (request) => sendBy(this, request));
    } catch (error) {
      return { status: 'Error', message: error instanceof TriggerError ? tell(error) : unexpected };
    }
  };
}

function tell({ message, hint }: TriggerError): string {
  return `${message}. ${hint}`;
}

type Send = (request: HttpRequest) => Promise<FullResponse>;

async function connect(
  platform: Platform,
  entered: Connection,
  send: Send,
): Promise<INodeCredentialTestResult> {
  const { api } = platform;
  const connection = { ...entered, ...(await logIn(platform, entered, httpBy(send))) };
  const authorization = api.authorize(connection);
  const http = httpBy((request) => send({ ...request, headers: { ...request.headers, ...authorization } }));
  const base = parseBaseUrl(api.baseUrl(connection));
  const { label } = await converse(api.test(connection), {
    ...{ base, http, clock },
    deadline: clock.now() + timeLimit,
  });
  return { status: 'OK', message: `Connected to ${label}.` };
}

/** The one client that n8n offers here is its older one, which cannot be stopped once the answer has begun. */
async function sendBy(
  { helpers }: ICredentialTestFunctions,
  { method, url, headers, body, timeout }: HttpRequest,
): Promise<FullResponse> {
  const answer = helpers.request({
    ...{ method, url, headers: { ...headers }, body, timeout },
    followRedirect: false,
    resolveWithFullResponse: true,
    simple: false,
  }) as Promise<FullResponse>;
  return Promise.race([answer, timeUp(timeout)]);
}

function timeUp(milliseconds: number): Promise<never> {
  const limit = AbortSignal.timeout(milliseconds);
  return new Promise((_resolve, reject) => {
    limit.addEventListener('abort', () => reject(new Error('No answer in time')));
  });
}
