import { Readable } from 'node:stream';
import type { Connection, Http, HttpRequest, Platform } from '@carehooks/core';
import type { HttpRequestOptions, ZObject } from 'zapier-platform-core';
import { withSession } from './session.ts';

/** `throwForThrottlingEarly` is missing from Zapier's types. Only the value `false` keeps a 429 from being thrown. */
type RawRequest = HttpRequestOptions & { url: string; raw: true; throwForThrottlingEarly: false };

/** The core's way to the API, authorised as the platform says. */
export function createHttp(z: ZObject, platform: Platform, connection: Connection): Http {
  const plain = createPlainHttp(z);
  const authorized: Http = (request) =>
    plain({ ...request, headers: { ...request.headers, ...platform.api.authorize(connection) } });
  return platform.api.session === undefined ? authorized : withSession(authorized, connection);
}

/**
 * Requests without authorisation through Zapier's own client, which logs them and hides in that log what it takes for a
 * secret: values of the connection, and of fields with telling names. `raw` keeps answers out of the log, which hold
 * data of patients, and tokens; a stream keeps the body out of it, which may hold a signing key, or a secret in another
 * encoding.
 *
 * https://docs.zapier.com/platform/reference/cli-docs#making-http-requests
 */
export function createPlainHttp(z: ZObject): Http {
  return async ({ method, url, headers, body, timeout }) => {
    const request: RawRequest = {
      method,
      url,
      headers: body === undefined ? { ...headers } : streamHeaders(headers, body),
      timeout,
      redirect: 'manual',
      raw: true,
      skipThrowForStatus: true,
      throwForThrottlingEarly: false,
      ...(body === undefined ? {} : { body: Readable.from([Buffer.from(body)]) }),
    };
    try {
      const response = await z.request(request);
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      };
    } catch (error) {
      // In apps with sessions Zapier's client throws on every 401, whatever it is asked to do, and keeps the answer.
      if (error instanceof z.errors.RefreshAuthError) return { status: 401, headers: {}, body: '' };
      throw isTimeout(error) ? namedTimeout() : error;
    }
  };
}

const formType = 'application/x-www-form-urlencoded';

/**
 * Without its length a stream would be sent in chunks, which not every server takes. A body of exactly the type of forms
 * is taken apart by Zapier's client, stream or not, so it gets the character set that `fetch` sends with forms, too.
 */
function streamHeaders(headers: HttpRequest['headers'], body: string): Record<string, string> {
  const sized = { ...headers, 'content-length': String(Buffer.byteLength(body)) };
  if (headers['content-type'] !== formType) return sized;
  return { ...sized, 'content-type': `${formType};charset=UTF-8` };
}

/** What node-fetch, which z.request is built on, says when time runs out before the answer or in the midst of it. */
function isTimeout(error: unknown): boolean {
  const type = error instanceof Error && 'type' in error ? error.type : undefined;
  return type === 'request-timeout' || type === 'body-timeout';
}

function namedTimeout(): Error {
  return Object.assign(new Error('The API did not answer in time'), { name: 'TimeoutError' });
}
