import type { Explanation } from '@carehooks/core/explain';
import type { ServedRequest } from '../http/request-log.ts';
import type { Path } from './hosts/compare.ts';
import type { HostOutcome } from './hosts/outcome.ts';

/** What one host made of one attempt of a delivery. */
export interface HostRun {
  readonly outcome: HostOutcome;
  /** The REST calls that it made for it. */
  readonly calls: readonly ServedRequest[];
}

/** What both hosts made of one attempt of a delivery. */
export interface Run {
  readonly deliveryId: string;
  readonly attempt: number;
  /** What was verified, and how. */
  readonly explanation: Explanation;
  readonly n8n: HostRun;
  readonly zapier: HostRun;
  readonly differences: readonly Path[];
}
