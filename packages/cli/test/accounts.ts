import {
  type ApiSubscription,
  converse,
  derivedSecrets,
  ensureSubscription,
  type InspectOptions,
  targetKey,
} from '@carehooks/core';
import { findSimulated } from '@carehooks/simulator';
import { running } from '../../simulator/test/running.ts';
import { clientFor, logIn } from '../src/account/client.ts';
import { carehooks, platformOf, variables } from './command-line.ts';

export interface Diagnosis {
  readonly platform: string;
  readonly healthy: boolean;
  readonly checks: ReadonlyArray<{
    readonly name: string;
    readonly state: string;
    readonly message: string;
    readonly hint?: string;
    readonly steps?: readonly string[];
  }>;
  readonly webhooks: ReadonlyArray<{
    readonly id: string;
    readonly isOurs: boolean;
    readonly targetUrl: string;
  }>;
}

/** Opens accounts at a fresh simulator, as the environment describes them. */
export function accounts() {
  const start = running();
  return async function account(id: string, changed: Readonly<Record<string, string>> = {}) {
    const simulator = await start.simulator();
    const platform = platformOf(id);
    const simulated = findSimulated(simulator.platforms, id);
    const connection = { ...simulated.account.connection(simulator.url), ...changed };
    const env = variables(platform, connection);
    return {
      ...{ simulator, simulated, env },
      /** Subscribes as a trigger does when it is published. */
      async subscribe(targetUrl: string, events: readonly string[], changes: Partial<InspectOptions> = {}) {
        const loggedIn = await logIn(platform, connection);
        const subscription = platform.subscription as ApiSubscription;
        const [secret = ''] = derivedSecrets(platform, connection, targetKey(targetUrl));
        const options = { subscription, connection: loggedIn, targetUrl, events, secret, ...changes };
        await ensureSubscription(options, clientFor(platform, loggedIn));
      },
      /** Ids at the platform, by their target. */
      async ids(): Promise<Record<string, string>> {
        const loggedIn = await logIn(platform, connection);
        const { list } = platform.subscription as ApiSubscription;
        const listed = await converse(list(loggedIn), clientFor(platform, loggedIn));
        return Object.fromEntries(listed.map(({ targetUrl, id: one }) => [targetUrl, one]));
      },
      async doctor(...words: readonly string[]) {
        const result = await carehooks(['doctor', id, '--json', ...words], { env });
        return { ...result, ...result.json<Diagnosis>() };
      },
      carehooks: (...words: readonly string[]) => carehooks(words, { env }),
    };
  };
}
