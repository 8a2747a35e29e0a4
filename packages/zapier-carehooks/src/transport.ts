import type { Connection, Http, Platform } from '@carehooks/core';
import type { HttpRequestOptions, ZObject } from 'zapier-platform-core';

/** `throwForThrottlingEarly` is missing from Zapier's types. Only the value `false` keeps a 429 from being thrown. */
type RawRequest = HttpRequestOptions & { url: string; raw: true; throwForThrottlingEarly: false };

/**
 * The core's way to the API through Zapier's own client, which logs requests and hides the connection's secrets in
 * that log. `raw` keeps answers out of the log: they hold data of patients.
 *
 * https://docs.zapier.com/platform/reference/cli-docs#making-http-requests
 */
export function createHttp(z: ZObject, platform: Platform, connection: Connection): Http {
  return async ({ method, url, headers, body, timeout }) => {
    const request: RawRequest = {
      method,
      url,
      headers: { ...headers, ...platform.api.authorize(connection) },
      timeout,
      redirect: 'manual',
      raw: true,
      skipThrowForStatus: true,
      throwForThrottlingEarly: false,
      ...(body === undefined ? {} : { body: withoutCurlies(body) }),
    };
    try {
      const response = await z.request(request);
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      };
    } catch (error) {
      throw isTimeout(error) ? namedTimeout() : error;
    }
  };
}

/**
 * z.request refuses `{{bundle.…}}` anywhere, even in data. In JSON two braces in a row occur in strings only, where an
 * escape means the same. URLs need no such care: the core encodes them.
 */
function withoutCurlies(json: string): string {
  return json.replaceAll('{{', '{\\u007b');
}

/** What node-fetch, which z.request is built on, says when time runs out before the answer or in the midst of it. */
function isTimeout(error: unknown): boolean {
  const type = error instanceof Error && 'type' in error ? error.type : undefined;
  return type === 'request-timeout' || type === 'body-timeout';
}

function namedTimeout(): Error {
  return Object.assign(new Error('The API did not answer in time'), { name: 'TimeoutError' });
}
