import type { JsonValue } from '@carehooks/core';
import type { Collection } from '../../store/collection.ts';

/** Each has its own address, keys, records and webhook. */
export type Environment = 'production' | 'stage';

export const environments = ['production', 'stage'] as const satisfies readonly Environment[];

export interface Site {
  readonly id: string;
  readonly pmsType: 'BestPractice' | 'Zedmed' | 'D4w';
  readonly name: string;
  readonly availability: 'online' | 'offline' | 'unreachable';
  readonly status: 'initialising' | 'active' | 'removed' | 'uninstalled';
  readonly haloLinkVersion: string;
  readonly practiceMetadata: { readonly practiceName: string };
  readonly authoritative: boolean;
  readonly createdAt: string;
  readonly heartbeatTimestampUTC: string;
}

/** What a query gave: rows, or text where it is no JSON. */
export type Result = readonly JsonValue[] | string;

export interface AsyncQuery {
  readonly id: string;
  readonly siteId: string;
  readonly status: 'queued' | 'executing' | 'executionFailed' | 'successful';
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly result: Result;
}

/** https://haloconnect.io/blog/custom-notifications-using-registered-queries-and-webhooks */
export interface RegisteredQuery {
  readonly id: string;
  readonly siteId: string;
  readonly name: string;
  /** Seconds between runs. */
  readonly frequency: number;
  /** Seconds after which it ends. */
  readonly duration: number;
  readonly createdAt: string;
  readonly cancelled: boolean;
  /** Null before the first run. */
  readonly lastHash: string | null;
  readonly lastSucceededAt: string | null;
  readonly runs: number;
  readonly result: Result;
}

/** The records of one environment. */
export interface HaloConnectData {
  readonly sites: Collection<Site>;
  readonly asyncQueries: Collection<AsyncQuery>;
  readonly registeredQueries: Collection<RegisteredQuery>;
}
