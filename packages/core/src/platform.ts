import type { Connection, Setting } from './connection.ts';
import type { Envelope } from './envelope.ts';
import type { ExpandTogether, Relation } from './expansion/relation.ts';
import type { Exchange } from './http/exchange.ts';
import type { JsonValue } from './json.ts';
import type { Scheme } from './signature/scheme.ts';
import type { ApiSubscription, ManualSubscription } from './subscription/subscription.ts';

/**
 * A platform is one object of data and small pure functions that the engine interprets. It does no I/O, holds no
 * state, and owns no cryptography.
 */
export interface Platform {
  /** Lower case with dashes: the name of its folder, of its app, and its name in items. */
  readonly id: string;
  readonly name: string;
  readonly settings: readonly Setting[];
  readonly events: readonly EventDefinition[];
  readonly signature: Scheme;
  readonly envelope: Envelope;
  readonly subscription: ManualSubscription | ApiSubscription;
  readonly relations: Readonly<Record<string, Relation>>;
  readonly expandTogether?: ExpandTogether;
  readonly api: Api;
  readonly samples: Samples;
  /** Left out where the API cannot tell what changed. */
  readonly changes?: Changes;
  /** Dotted paths that the minimal output keeps: ids, states and times, nothing about a person. */
  readonly minimal: readonly string[];
}

export interface EventDefinition {
  /** Exactly as the platform names it. */
  readonly type: string;
  /** In title case, e.g. `Appointment Created`. */
  readonly label: string;
  /** Singular noun of what the event is about. */
  readonly noun: string;
  /** Starts with `Triggers when` and ends with a full stop. */
  readonly description: string;
}

export interface Api {
  /** The base URL that the user set, or the default. */
  baseUrl(connection: Connection): string;
  /** Headers that authorise a request; hosts add them to every call. */
  authorize(connection: Connection): Readonly<Record<string, string>>;
  /** Whether the account works on test or live data; null where it cannot be told. */
  environment(connection: Connection): 'test' | 'live' | null;
  /** Proves that the connection works, and names the account for people. */
  test(connection: Connection): Exchange<{ readonly label: string }>;
}

export interface Samples {
  /** Bodies as the platform sends them, by event type. */
  readonly fixtures: Readonly<Record<string, JsonValue>>;
  /** Recent records in the shape of bodies, newest first; left out where the API has no list. */
  list?(connection: Connection): Exchange<readonly JsonValue[]>;
}

export interface Changes {
  /** The event that a polled change is reported as. */
  readonly event: string;
  /** Records changed since a time (ISO 8601) in the shape of bodies, newest first. */
  list(since: string, connection: Connection): Exchange<readonly JsonValue[]>;
}
