import type { DeliveryRecord, AttemptRequest } from './delivery/record.ts';
import type { ServedRequest } from './http/request-log.ts';

/** Everything that happens in the simulator, as it happens. Events are snapshots and plain JSON. */
export type FeedEvent =
  | { readonly type: 'delivery-queued'; readonly platform: string; readonly delivery: DeliveryRecord }
  | {
      readonly type: 'attempt-started';
      readonly platform: string;
      readonly deliveryId: string;
      /** 1 for the first. */
      readonly attempt: number;
      readonly request: AttemptRequest;
    }
  | {
      readonly type: 'attempt-finished';
      readonly platform: string;
      /** Its last attempt is the one that finished. */
      readonly delivery: DeliveryRecord;
    }
  | { readonly type: 'delivery-settled'; readonly platform: string; readonly delivery: DeliveryRecord }
  | { readonly type: 'api-request'; readonly platform: string; readonly request: ServedRequest }
  | { readonly type: 'webhook-created'; readonly platform: string; readonly webhook: FeedWebhook }
  | { readonly type: 'webhook-removed'; readonly platform: string; readonly webhook: FeedWebhook }
  | {
      readonly type: 'record-changed';
      readonly platform: string;
      /** E.g. `appointments`. */
      readonly collection: string;
      readonly id: string;
    };

/** A webhook without its secret. */
export interface FeedWebhook {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
}

export type FeedListener = (event: FeedEvent) => void;

/** The live feed. It keeps nothing: logs and collections tell what was before. */
export class Feed {
  readonly #listeners = new Set<FeedListener>();

  /** @returns a function that ends the subscription */
  subscribe(listener: FeedListener): () => void {
    // Wrapped, so that a listener given twice is called twice and ends twice.
    const entry: FeedListener = (event) => listener(event);
    this.#listeners.add(entry);
    return () => void this.#listeners.delete(entry);
  }

  publish(event: FeedEvent): void {
    for (const listener of this.#listeners) {
      try {
        listener(event);
      } catch (error) {
        // As with EventTarget: a listener's fault is not the sender's, and still does not pass unseen.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}
