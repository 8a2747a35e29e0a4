import type { ErrorCode } from './errors.ts';
import type { CareEvent } from './event.ts';
import type { Verification } from './signature/verdict.ts';

export type IgnoredReason = 'event-not-chosen' | 'filtered-out' | 'no-event';

/**
 * What `accept` makes of a delivery. All three are expected, so they are returned and not thrown.
 *
 * `accepted.malformed` counts the parts of a batch that could not be read while others could.
 */
export type Outcome =
  | {
      readonly kind: 'accepted';
      readonly events: readonly CareEvent[];
      readonly verification: Verification;
      readonly malformed: number;
    }
  | { readonly kind: 'ignored'; readonly reason: IgnoredReason; readonly verification: Verification }
  | { readonly kind: 'rejected'; readonly code: ErrorCode };
