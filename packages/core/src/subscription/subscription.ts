import type { Connection } from '../connection.ts';
import type { Exchange } from '../http/exchange.ts';

/** The platform has no API for webhooks: a person registers them, step by step. */
export interface ManualSubscription {
  readonly mode: 'manual';
  readonly steps: readonly string[];
}

export interface ApiSubscription {
  readonly mode: 'api';
  /** For those who may not use the API for webhooks; left out where there is no other way. */
  readonly manual?: ManualSubscription;
  /** Secrets of the connection that signing keys and passwords are derived from: the current one, then the previous. */
  rootSecrets(connection: Connection): readonly string[];
  /**
   * How `list` names an event that a user chose, where it is not the same text: names may be spelled in several ways, or
   * the platform keeps numbers. Unequal events must have unequal keys.
   */
  eventKey?(event: string): string;
  /** @param targetUrl those with other URLs are not looked at, so they may be left out */
  list(connection: Connection, targetUrl?: string): Exchange<readonly Subscription[]>;
  create(wanted: WantedSubscription, connection: Connection): Exchange<void>;
  /** Left out where the platform can only replace. */
  update?(existing: Subscription, wanted: WantedSubscription, connection: Connection): Exchange<void>;
  /** Succeeds when the subscription is gone, by whomever. */
  remove(existing: Subscription, connection: Connection): Exchange<void>;
  /** What was lately sent to it, newest first; left out where the platform does not tell. */
  recentDeliveries?(existing: Subscription, connection: Connection): Exchange<readonly SentDelivery[]>;
}

/** A platform's record that deliveries go to a URL. */
export interface Subscription {
  readonly id: string;
  readonly targetUrl: string;
  readonly events: readonly string[];
  readonly enabled: boolean;
  /**
   * Where the platform tells it. Compared and forgotten, never stored or shown. Left out, it counts as unknown, and is
   * set anew where the platform can update.
   */
  readonly secret?: string;
  /** Whether its name and the like say that we made it. Left out where the secret alone can tell. */
  readonly marked?: boolean;
}

/** A delivery in the platform's own log. */
export interface SentDelivery {
  /** As the platform writes it, or null. */
  readonly at: string | null;
  /** What the target answered; null without an answer. */
  readonly status: number | null;
}

export interface WantedSubscription {
  readonly targetUrl: string;
  readonly events: readonly string[];
  /** Signing key, or `user:password` for Basic authentication, for this target URL. Derived and never stored. */
  readonly secret: string;
}
