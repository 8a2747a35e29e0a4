import type { Hono } from 'hono';
import type { SimulatorClock } from '../clock.ts';
import type { DeliveryEngine } from '../delivery/engine.ts';
import type { DeliveryLog } from '../delivery/log.ts';
import type { RetryPolicy } from '../delivery/retry.ts';
import type { Feed } from '../feed.ts';
import type { Fixtures } from '../fixtures.ts';
import type { ApiFaults } from '../api-faults/api-faults.ts';
import type { RequestLog } from '../http/request-log.ts';
import type { DemoAccount } from './account.ts';
import type { Deliveries } from './deliveries.ts';
import type { FireOptions, Firing } from './fire.ts';
import type { ShownRecords } from './shown-records.ts';

/** What all simulated platforms share. */
export interface PlatformContext {
  readonly engine: DeliveryEngine;
  readonly log: DeliveryLog;
  readonly feed: Feed;
  readonly clock: SimulatorClock;
  readonly fixtures: Fixtures;
  /** Aborted when the simulator closes. */
  readonly closing: AbortSignal;
}

/**
 * A platform that is stood in for. What it answers and how it signs is its own folder's business; the engine, the
 * admin API and the playground know it by this alone.
 */
export interface SimulatedPlatform {
  /** As in the core; everything of the platform lies below `/<id>`. */
  readonly id: string;
  readonly name: string;
  /** Path of the REST API, e.g. `/ally/v1`. */
  readonly apiPath: string;
  readonly events: readonly string[];
  /** Routes below `/<id>`. */
  readonly routes: Hono;
  readonly settings: AdjustableSettings;
  readonly deliveries: Deliveries;
  readonly requests: RequestLog;
  readonly apiFaults: ApiFaults;
  readonly account: DemoAccount;
  /** One delivery can tell of several events. Left out where each comes alone. */
  readonly batches?: true;
  /** When deliveries are tried again, as the settings are now. */
  readonly retry: RetryPolicy;
  /** What there is now, for people to look at. */
  records(): ShownRecords;
  /**
   * Makes events happen: each is delivered to every webhook that wants it, or to the one that the options name.
   *
   * @throws Refusal when the options make no sense
   */
  fire(events: string | readonly string[], options?: FireOptions): Firing;
  /** Back to the start: seeded records and settings, no webhooks, no faults, empty logs. */
  reset(): void;
}

export interface AdjustableSettings {
  readonly current: object;
  update(patch: Readonly<Record<string, Readonly<Record<string, unknown>>>>): object;
}
