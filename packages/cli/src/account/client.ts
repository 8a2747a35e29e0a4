import { type Client, type Connection, converse, parseBaseUrl, type Platform } from '@carehooks/core';
import { clock } from '../clock.ts';
import { http } from '../http.ts';

/** Milliseconds for one task with the API, such as listing webhooks, however many requests it takes. */
const patience = 30_000;

/**
 * What the core needs to talk with the platform's API, authorised.
 *
 * @throws TriggerError `base-url-invalid`
 */
export function clientFor(platform: Platform, connection: Connection): Client {
  const { api } = platform;
  return {
    ...clientAt(api.baseUrl(connection)),
    http: (request) => http({ ...request, headers: { ...request.headers, ...api.authorize(connection) } }),
  };
}

/**
 * Gets a token, where the platform works with tokens that expire. A command is over long before one does.
 *
 * @returns the connection with the token in it
 * @throws TriggerError `base-url-invalid` or an `api-…` code
 */
export async function logIn({ api }: Platform, connection: Connection): Promise<Connection> {
  const { session } = api;
  if (session === undefined) return connection;
  const client = clientAt((session.baseUrl ?? api.baseUrl)(connection));
  return { ...connection, ...(await converse(session.login(connection, clock.now()), client)) };
}

function clientAt(baseUrl: string): Client {
  return { base: parseBaseUrl(baseUrl), http, clock, deadline: clock.now() + patience };
}
