import {
  type Client,
  type Connection,
  converse,
  derivedSecrets,
  ekaCare,
  ensureSubscription,
  type Exchange,
  type HttpRequest,
  type HttpResponse,
  inspectSubscription,
  removeSubscription,
  targetKey,
} from '@carehooks/core';
import type { EkaCareOptions } from '../../src/index.ts';
import { running } from '../running.ts';

/** The core at work on a simulated account, over HTTP, as hosts do it. */
export function ekaCareAccounts() {
  const start = running();

  return async function open(options: EkaCareOptions = {}) {
    const simulator = await start.simulator({ ekaCare: options });
    const platform = simulator.platforms.ekaCare;
    const connection: Connection = platform.account.connection(simulator.url);
    const base = new URL(ekaCare.api.baseUrl(connection));
    const client = (authorized: Connection): Client => ({
      base,
      http: (request) => send(request, ekaCare.api.authorize(authorized)),
      clock: {
        now: () => Date.now(),
        sleep: (time) => new Promise((done) => setTimeout(done, time / 1_000)),
      },
      deadline: Date.now() + 20_000,
    });
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

async function send(request: HttpRequest, authorization: Record<string, string>): Promise<HttpResponse> {
  const { method, url, headers, body } = request;
  const answer = await fetch(url, {
    method,
    headers: { ...headers, ...authorization },
    ...(body === undefined ? {} : { body }),
    redirect: 'manual',
  });
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
}

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
