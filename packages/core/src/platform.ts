import type { Api } from './api.ts';
import type { Connection, Setting } from './connection.ts';
import type { Envelope } from './envelope.ts';
import type { ExpandTogether, Relation } from './expansion/relation.ts';
import type { Exchange } from './http/exchange.ts';
import type { JsonValue } from './json.ts';
import type { HmacScheme, Scheme } from './signature/scheme.ts';
import type { ApiSubscription, ManualSubscription } from './subscription/subscription.ts';

/**
 * A platform is one object of data and small pure functions that the engine interprets. It does no I/O, holds no
 * state, and owns no cryptography.
 */
export interface Platform {
  /** Lower case with dashes: the name of its folder, of its app, and its name in items. */
  readonly id: string;
  readonly name: string;
  /** What a user enters about the account. */
  readonly settings: readonly Setting[];
  /** What a user sets on a trigger beyond what all triggers have. Read with the connection. */
  readonly parameters?: readonly Setting[];
  readonly events: readonly EventDefinition[];
  /** The platform lets people make events of their own, or adds some often: users may name others. */
  readonly customEvents?: boolean;
  /** Filters that are offered by name beside those on any field. */
  readonly filters?: readonly FilterDefinition[];
  /** Lists to choose from that the API tells, by the name that filters and events use. */
  readonly choices?: Readonly<Record<string, (connection: Connection) => Exchange<readonly Choice[]>>>;
  readonly signature: Scheme;
  /** How the text of a webhook secret becomes the key, where the user says so. Hosts pass it on to `verify`. */
  signingKey?(connection: Connection): HmacScheme['key'];
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
  /** The platform's number for it, where subscriptions want that. */
  readonly code?: string;
  /** In title case, e.g. `Appointment Created`. */
  readonly label: string;
  /** Singular noun of what the event is about. */
  readonly noun: string;
  /** Starts with `Triggers when` and ends with a full stop. */
  readonly description: string;
}

export interface FilterDefinition {
  readonly key: string;
  readonly label: string;
  readonly help: string;
  /** Dotted path into the entity, or several where it is not named alike in all events. */
  readonly field: string | readonly string[];
  /** Name of the list to choose from; left out for free text. */
  readonly choices?: string;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface Samples {
  /** Bodies as the platform sends them, by event type. */
  readonly fixtures: Readonly<Record<string, JsonValue>>;
  /** Recent records in the shape of bodies, newest first; left out where the API has no list. */
  list?(connection: Connection, now: number): Exchange<readonly JsonValue[]>;
}

export interface Changes {
  /** The event that a polled change is reported as. */
  readonly event: string;
  /** Top-level field of the entity that is another after every change: with `id` it tells one change from all others. */
  readonly versionField: string;
  /** Records changed since a time (ISO 8601) in the shape of bodies, newest first. */
  list(since: string, connection: Connection): Exchange<readonly JsonValue[]>;
}
