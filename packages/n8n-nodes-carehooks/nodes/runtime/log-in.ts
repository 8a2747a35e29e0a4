import { type Connection, converse, type Http, parseBaseUrl, type Platform } from '@carehooks/core';
import type { ICredentialDataDecryptedObject, IDataObject, IHttpRequestHelper } from 'n8n-workflow';
import { clock, readResponse } from './ports.ts';

/** Milliseconds that a login may take. */
const deadline = 10_000;

type PreAuthentication = (
  this: IHttpRequestHelper,
  credentials: ICredentialDataDecryptedObject,
) => Promise<IDataObject>;

/**
 * Gets a token with a credential. n8n keeps it, encrypted, with the credential, and asks for another when the API
 * answers 401.
 *
 * @throws TriggerError with an `api-…` code
 */
export function logInWith(platform: Platform): PreAuthentication {
  return async function preAuthentication(this: IHttpRequestHelper, credentials) {
    const { api } = platform;
    if (api.session === undefined) return {};
    const connection = credentials as Connection;
    const base = parseBaseUrl((api.session.baseUrl ?? api.baseUrl)(connection));
    const now = clock.now();
    const client = { base, http: plainHttp(this), clock, deadline: now + deadline };
    return { ...(await converse(api.session.login(connection, now), client)) };
  };
}

/** Requests without authorisation: there is none yet. */
function plainHttp({ helpers }: IHttpRequestHelper): Http {
  return async (request) =>
    readResponse(
      await helpers.httpRequest({
        method: request.method,
        url: request.url,
        headers: { ...request.headers },
        body: request.body,
        encoding: 'text',
        returnFullResponse: true,
        ignoreHttpStatusErrors: true,
        disableFollowRedirect: true,
        timeout: request.timeout,
      }),
    );
}
