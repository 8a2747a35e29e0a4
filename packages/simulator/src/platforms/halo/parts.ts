import type { SimulatorClock } from '../../clock.ts';
import type { DeliveryLog } from '../../delivery/log.ts';
import type { Settings } from '../../settings.ts';
import type { HaloData } from './records.ts';
import type { HaloSettings } from './settings.ts';
import type { Tokens } from './tokens.ts';
import type { Webhooks } from './webhooks.ts';

/** What HALO's API works with. */
export interface HaloParts {
  readonly settings: Settings<HaloSettings>;
  readonly data: HaloData;
  readonly webhooks: Webhooks;
  readonly tokens: Tokens;
  readonly log: DeliveryLog;
  readonly clock: SimulatorClock;
}
