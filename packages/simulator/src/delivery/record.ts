import type { FaultName } from './fault.ts';

/** What became of one delivery. Records never change: the log replaces them, so that a snapshot stays true. */
export interface DeliveryRecord {
  readonly id: string;
  readonly platform: string;
  readonly webhookId: string;
  /** One event, or several in a batch. */
  readonly events: readonly string[];
  readonly url: string;
  readonly faults: readonly FaultName[];
  /** The delivery that this one repeats, by a fault or because someone sent it again. */
  readonly copyOf: string | null;
  readonly queuedAt: string;
  /** Deliveries that the simulator's end cut short stay `pending`. */
  readonly state: 'pending' | 'delivered' | 'failed';
  readonly attempts: readonly Attempt[];
  /** When the next attempt is due, in real time. */
  readonly nextAttemptAt: string | null;
}

export interface Attempt {
  readonly startedAt: string;
  /** Milliseconds. */
  readonly duration: number;
  readonly request: AttemptRequest;
  readonly outcome: AttemptOutcome;
}

/** A request as it is shown: long bodies cut, credentials masked. */
export interface AttemptRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly bodyBytes: number;
}

export type AttemptOutcome =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  | { readonly kind: 'timed-out' }
  /** `reason` is the system's code, e.g. `ECONNREFUSED`. */
  | { readonly kind: 'unreachable'; readonly reason: string };

/** Bytes of a body that records keep. */
export const shownBytes = 64 * 1024;

export function shownBody(body: Uint8Array): string {
  return new TextDecoder().decode(body.subarray(0, shownBytes));
}

/** A signature proves something about one body only; a password opens the door again, so it is not shown. */
export function shownHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      name.toLowerCase() === 'authorization' ? value.replace(/ .*$/, ' ***') : value,
    ]),
  );
}
