import {
  type Client,
  type Connection,
  converse,
  type Http,
  parseBaseUrl,
  type Platform,
} from '@carehooks/core';
import { clock } from '../clock.ts';
import { http } from '../http.ts';

/** Milliseconds for one task with the API, such as listing webhooks, however many requests it takes. */
const timeLimit = 30_000;

/**
 * What the core needs to talk with the platform's API, authorised.
 *
 * @param transport how requests are sent, if not as usual
 * @throws TriggerError `base-url-invalid`
 */
export function clientFor(platform: Platform, connection: Connection, transport: Http = http): Client {
  const { api } = platform;
  return {
    ...clientAt(api.baseUrl(connection), transport),
    http: (request) =>
      transport({ ...request, headers: { ...request.headers, ...api.authorize(connection) } }),
  };
}

/**
 * Gets a token, where the platform works with tokens that expire. A command is over long before one does.
 *
 * @returns the connection with the token in it
 * @throws TriggerError `base-url-invalid` or an `api-…` code
 */
export async function logIn(
  { api }: Platform,
  connection: Connection,
  transport: Http = http,
): Promise<Connection> {
  const { session } = api;
  if (session === undefined) return connection;
  const client = clientAt((session.baseUrl ?? api.baseUrl)(connection), transport);
  return { ...connection, ...(await converse(session.login(connection, clock.now()), client)) };
}

function clientAt(baseUrl: string, transport: Http): Client {
  return { base: parseBaseUrl(baseUrl), http: transport, clock, deadline: clock.now() + timeLimit };
}
