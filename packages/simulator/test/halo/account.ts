import {
  type Connection,
  converse,
  derivedSecrets,
  halo,
  type InspectOptions,
  targetKey,
} from '@carehooks/core';
import type { HaloOptions } from '../../src/platforms/halo/index.ts';
import { clientFor } from '../client.ts';
import { running } from '../running.ts';

export async function logIn(entered: Connection): Promise<Connection> {
  const { session, baseUrl } = halo.api;
  if (session === undefined) throw new Error('HALO has no login.');
  const base = (session.baseUrl ?? baseUrl)(entered);
  const token = await converse(session.login(entered, Date.now()), clientFor(halo, entered, base));
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
      const client = clientFor(halo, connection);
      const optionsFor = (targetUrl: string, events: readonly string[]): InspectOptions => ({
        ...{ subscription: halo.subscription, connection, targetUrl, events },
        secret: derivedSecrets(halo, connection, targetKey(targetUrl))[0] ?? '',
      });
      return { simulator, platform, connection, client, optionsFor };
    },
  };
}
