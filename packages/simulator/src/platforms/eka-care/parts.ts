import type { SimulatorClock } from '../../clock.ts';
import type { Settings } from '../../settings.ts';
import type { EkaCareData } from './records.ts';
import type { EkaCareSettings } from './settings.ts';
import type { Tokens } from './tokens.ts';
import type { Webhooks } from './webhooks.ts';

/** What Eka Care's API works with. */
export interface EkaCareParts {
  readonly settings: Settings<EkaCareSettings>;
  readonly data: EkaCareData;
  readonly webhooks: Webhooks;
  readonly tokens: Tokens;
  readonly clock: SimulatorClock;
}
