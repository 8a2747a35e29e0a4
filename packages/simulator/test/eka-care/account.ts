import {
  type Connection,
  converse,
  derivedSecrets,
  ekaCare,
  ensureSubscription,
  type Exchange,
  inspectSubscription,
  removeSubscription,
  targetKey,
} from '@carehooks/core';
import type { EkaCareOptions } from '../../src/platforms/eka-care/index.ts';
import { clientFor } from '../client.ts';
import { running } from '../running.ts';

/** The core at work on a simulated account, over HTTP, as hosts do it. */
export function ekaCareAccounts() {
  const start = running();

  return async function open(options: EkaCareOptions = {}) {
    const simulator = await start.simulator({ ekaCare: options });
    const platform = simulator.platforms.ekaCare;
    const connection: Connection = platform.account.connection(simulator.url);
    const base = ekaCare.api.baseUrl(connection);
    const client = (authorized: Connection) => clientFor(ekaCare, authorized, base);
    const login = async (as: Connection = connection): Promise<Connection> => {
      const token = await converse(ekaCare.api.session.login(as, Date.now()), client({}));
      return { ...as, ...token };
    };
    const run = async <Result>(exchange: Exchange<Result>, as?: Connection) =>
      converse(exchange, client(as ?? (await login())));
    return { simulator, platform, connection, client, login, run };
  };
}

export type EkaCareAccount = Awaited<ReturnType<ReturnType<typeof ekaCareAccounts>>>;

/** A trigger with its URL and events. */
export async function triggerOf(account: EkaCareAccount, changed: Connection = {}) {
  const connection = await account.login();
  const targetUrl = 'http://127.0.0.1:5678/webhook/1';
  const using = (events: readonly string[]) => ({
    subscription: ekaCare.subscription,
    connection,
    targetUrl,
    events,
    secret: derivedSecrets(ekaCare, { ...connection, ...changed }, targetKey(targetUrl))[0] ?? '',
  });
  const client = account.client(connection);
  return {
    targetUrl,
    secret: using([]).secret,
    ensure: (...events: string[]) => ensureSubscription(using(events), client),
    inspect: async (...events: string[]) => (await inspectSubscription(using(events), client)).problems,
    remove: () => removeSubscription(using([]), client),
  };
}
