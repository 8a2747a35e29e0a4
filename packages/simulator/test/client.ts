import { type Client, type Connection, type Http, parseBaseUrl, type Platform } from '@carehooks/core';

/**
 * A client that asks the simulator over HTTP, authorised as a host does it, with short pauses between tries.
 *
 * @param base where the API is, if not where the connection says
 */
export function clientFor({ api }: Platform, connection: Connection, base = api.baseUrl(connection)): Client {
  return {
    base: parseBaseUrl(base),
    http: httpWith(api.authorize(connection)),
    clock: {
      now: () => Date.now(),
      sleep: (time) => new Promise((done) => setTimeout(done, time / 1_000)),
    },
    deadline: Date.now() + 20_000,
  };
}

function httpWith(authorization: Readonly<Record<string, string>>): Http {
  return async ({ method, url, headers, body }) => {
    const answer = await fetch(url, {
      method,
      redirect: 'manual',
      headers: { ...headers, ...authorization },
      ...(body === undefined ? {} : { body }),
    });
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
  };
}
