import {
  type Client,
  type Connection,
  converse,
  derivedSecrets,
  halo,
  type Http,
  type InspectOptions,
  parseBaseUrl,
  targetKey,
} from '@carehooks/core';
import type { HaloOptions } from '../../src/platforms/halo/index.ts';
import { running } from '../running.ts';

/** Sends requests for real, with the token of the connection. */
function httpWith(connection: Connection): Http {
  return async ({ method, url, headers, body }) => {
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: { ...headers, ...halo.api.authorize(connection) },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    return { status: response.status, headers: Object.fromEntries(response.headers), body: text };
  };
}

const clock = { now: () => Date.now(), sleep: () => Promise.resolve() };

export function clientTo(base: string, connection: Connection): Client {
  return { base: parseBaseUrl(base), http: httpWith(connection), clock, deadline: Date.now() + 10_000 };
}

export async function logIn(entered: Connection): Promise<Connection> {
  const { session, baseUrl } = halo.api;
  if (session === undefined) throw new Error('HALO has no login.');
  const base = (session.baseUrl ?? baseUrl)(entered);
  const token = await converse(session.login(entered, Date.now()), clientTo(base, entered));
  return { ...entered, ...token };
}

/** A simulator, and an account that is logged in to it as a host would be. */
export function haloAccounts() {
  const start = running();
  return {
    start,
    async open(settings: HaloOptions['settings'] = {}, entered: Connection = {}) {
      const simulator = await start.simulator({ halo: { settings } });
      const platform = simulator.platforms.halo;
      const connection = await logIn({ ...platform.account.connection(simulator.url), ...entered });
      const client = clientTo(halo.api.baseUrl(connection), connection);
      const optionsFor = (targetUrl: string, events: readonly string[]): InspectOptions => ({
        ...{ subscription: halo.subscription, connection, targetUrl, events },
        secret: derivedSecrets(halo, connection, targetKey(targetUrl))[0] ?? '',
      });
      return { simulator, platform, connection, client, optionsFor };
    },
  };
}
