import type { DeliveryRecord } from '@carehooks/simulator';

/** The status of every answer to deliveries, retries included; 0 where there was none. */
export function answersOf(deliveries: readonly DeliveryRecord[]): number[] {
  return deliveries.flatMap(({ attempts }) =>
    attempts.map(({ outcome }) => (outcome.kind === 'answered' ? outcome.status : 0)),
  );
}
