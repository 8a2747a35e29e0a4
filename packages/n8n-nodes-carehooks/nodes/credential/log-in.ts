import { type Connection, converse, type Http, parseBaseUrl, type Platform } from '@carehooks/core';
import type { ICredentialDataDecryptedObject, IDataObject, IHttpRequestHelper } from 'n8n-workflow';
import { httpBy, optionsOf } from '../runtime/http.ts';
import { clock } from '../runtime/ports.ts';

/** Milliseconds that a login may take. */
const timeLimit = 10_000;

type PreAuthentication = (
  this: IHttpRequestHelper,
  credentials: ICredentialDataDecryptedObject,
) => Promise<IDataObject>;

type Token = Record<string, string>;

interface Login {
  readonly at: number;
  readonly token: Promise<Token>;
}

/** Milliseconds. Requests that ran side by side may find out far apart that their token is no longer taken. */
const sharedFor = 30_000;

/**
 * Gets a token with a credential. n8n keeps it, encrypted, with the credential, and asks for another when the API
 * answers 401. It asks anew for each request, of which several run side by side: those that come with the same
 * credential, and the same token to replace, share one login.
 *
 * @throws TriggerError with an `api-…` code
 */
export function logInWith(platform: Platform): PreAuthentication {
  const logins = new Map<string, Login>();
  return async function preAuthentication(this: IHttpRequestHelper, credentials) {
    const now = clock.now();
    for (const [key, { at }] of logins) if (now - at >= sharedFor) logins.delete(key);
    const key = JSON.stringify(credentials);
    const shared = logins.get(key);
    if (shared !== undefined) return shared.token;
    const token = logIn(platform, credentials as Connection, plainHttp(this));
    logins.set(key, { at: now, token });
    token.then(
      (renewed) => (isRenewal(renewed, credentials) ? undefined : logins.delete(key)),
      () => logins.delete(key),
    );
    return token;
  };
}

/** Only then can those who come later still hold the token that was replaced. */
function isRenewal(token: Token, credentials: ICredentialDataDecryptedObject): boolean {
  return Object.keys(token).some((name) => Boolean(credentials[name]));
}

/** The token for a connection; nothing where the credentials themselves authorise. */
export async function logIn({ api }: Platform, connection: Connection, http: Http): Promise<Token> {
  if (api.session === undefined) return {};
  const base = parseBaseUrl((api.session.baseUrl ?? api.baseUrl)(connection));
  const now = clock.now();
  const client = { base, http, clock, deadline: now + timeLimit };
  return { ...(await converse(api.session.login(connection, now), client)) };
}

/** Requests without authorisation: there is none yet. */
function plainHttp({ helpers }: IHttpRequestHelper): Http {
  // n8n's time limit starts anew with every byte of the answer, so it is made one for the whole call.
  return httpBy((request) =>
    helpers.httpRequest({ ...optionsOf(request), abortSignal: AbortSignal.timeout(request.timeout) }),
  );
}
