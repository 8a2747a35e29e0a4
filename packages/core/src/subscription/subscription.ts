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
  list(connection: Connection): Exchange<readonly Subscription[]>;
  create(wanted: WantedSubscription, connection: Connection): Exchange<void>;
  /** Left out where the platform can only replace. */
  update?(existing: Subscription, wanted: WantedSubscription, connection: Connection): Exchange<void>;
  /** Succeeds when the subscription is gone, by whomever. */
  remove(existing: Subscription, connection: Connection): Exchange<void>;
}

/** A platform's record that deliveries go to a URL. */
export interface Subscription {
  readonly id: string;
  readonly targetUrl: string;
  readonly events: readonly string[];
  readonly enabled: boolean;
  /** Where the platform tells it. Compared and forgotten, never stored or shown. */
  readonly secret?: string;
}

export interface WantedSubscription {
  readonly targetUrl: string;
  readonly events: readonly string[];
  /** Signing key, or `user:password` for Basic authentication, for this target URL. Derived and never stored. */
  readonly secret: string;
}
