import type { SimulatorClock } from '../../clock.ts';
import type { Settings } from '../../settings.ts';
import type { RateLimit } from './rate-limit.ts';
import type { Environment, HaloConnectData, Result } from './records.ts';
import type { HaloConnectSettings } from './settings.ts';
import type { Webhooks } from './webhooks.ts';

/** What Halo Connect's API and its support work with. */
export interface HaloConnectParts {
  readonly settings: Settings<HaloConnectSettings>;
  readonly data: Readonly<Record<Environment, HaloConnectData>>;
  readonly webhooks: Webhooks;
  readonly rateLimit: RateLimit;
  readonly clock: SimulatorClock;
  /** Aborted when the simulator closes. */
  readonly closing: AbortSignal;
  /** Finishes an async query and delivers the event. */
  readonly finish: (environment: Environment, id: string, result: Result) => void;
  /** Runs a registered query and, where its result is another than the last, delivers the event. */
  readonly run: (environment: Environment, id: string, result: Result) => boolean;
}
