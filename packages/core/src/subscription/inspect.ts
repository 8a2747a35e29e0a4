import type { Connection } from '../connection.ts';
import { type Client, converse } from '../http/client.ts';
import type { ApiSubscription, Subscription } from './subscription.ts';
import { isSameTarget } from './target.ts';

/** `secret-unknown`: the platform does not tell the secret but can be given it anew, so that it is right for certain. */
export type SubscriptionProblem =
  'missing' | 'disabled' | 'events-differ' | 'secret-differs' | 'secret-unknown' | 'surplus';

export interface Inspection {
  /** Subscriptions with exactly the target URL, those that are right first. */
  readonly own: readonly Subscription[];
  readonly problems: readonly SubscriptionProblem[];
}

export interface InspectOptions {
  readonly subscription: ApiSubscription;
  readonly connection: Connection;
  readonly targetUrl: string;
  readonly events: readonly string[];
  /** Signing key or password for the target URL, derived and never stored. */
  readonly secret: string;
}

/** Tells which subscriptions with the target URL the platform has, and what is wrong with them. Changes nothing. */
export async function inspectSubscription(options: InspectOptions, client: Client): Promise<Inspection> {
  const listed = await converse(options.subscription.list(options.connection, options.targetUrl), client);
  const own = listed
    .filter((one) => isSameTarget(one.targetUrl, options.targetUrl))
    .sort((left, right) => faultsOf(left, options).length - faultsOf(right, options).length);
  const [best, ...others] = own;
  if (best === undefined) return { own, problems: ['missing'] };
  return {
    own,
    problems: [...faultsOf(best, options), ...(others.length > 0 ? (['surplus'] as const) : [])],
  };
}

function faultsOf(one: Subscription, options: InspectOptions): SubscriptionProblem[] {
  const { subscription, events, secret } = options;
  const keys = events.map((event) => subscription.eventKey?.(event) ?? event);
  const faults: SubscriptionProblem[] = [];
  if (!one.enabled) faults.push('disabled');
  if (!sameSet(one.events, keys)) faults.push('events-differ');
  if (one.secret === undefined && subscription.update !== undefined) faults.push('secret-unknown');
  if (one.secret !== undefined && one.secret !== secret) faults.push('secret-differs');
  return faults;
}

function sameSet(left: readonly string[], right: readonly string[]): boolean {
  const [a, b] = [new Set(left), new Set(right)];
  return a.size === b.size && [...a].every((value) => b.has(value));
}
