import type { Credential } from './credential.ts';
import type { FaultName } from './fault.ts';
import type { RetryPolicy } from './retry.ts';

/** What a platform hands to the engine: one HTTP delivery to one webhook, of one event or a batch of them. */
export interface DeliveryOrder {
  readonly platform: string;
  readonly webhookId: string;
  readonly events: readonly string[];
  readonly url: string;
  /** Headers of the platform's own beside `content-type` and those that prove authenticity. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Null sends the delivery unsigned. */
  readonly credential: Credential | null;
  /** The platform's id of the delivery, for schemes that sign it. */
  readonly deliveryId?: string;
  /** Every attempt carries the time and the signature of the first. Default: each is signed at its own time. */
  readonly signOnce?: boolean;
  readonly retry: RetryPolicy;
  readonly faults: readonly FaultName[];
  /** Asked before every further attempt: a webhook that is gone or switched off gets none. */
  readonly isWanted?: () => boolean;
}

/**
 * How several deliveries to one webhook go out. `in-turn`: each starts when the one before it has had its first
 * attempt, so that their order is certain. `at-once`: all together, as a busy platform would.
 */
export type Pace = 'in-turn' | 'at-once';
