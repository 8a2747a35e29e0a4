import type { SimulatorClock } from '../../clock.ts';
import type { Settings } from '../../settings.ts';
import type { Deliveries } from '../deliveries.ts';
import type { Change } from './appointments.ts';
import type { AllyData, Mode } from './records.ts';
import type { AllySettings } from './settings.ts';
import type { Webhooks } from './webhooks.ts';

/** What Ally's API and dashboard work with. */
export interface AllyParts {
  readonly settings: Settings<AllySettings>;
  readonly data: Readonly<Record<Mode, AllyData>>;
  readonly webhooks: Webhooks;
  readonly deliveries: Deliveries;
  readonly clock: SimulatorClock;
  /** Does something to an appointment and delivers the events that tell of it. */
  readonly change: (mode: Mode, action: (data: AllyData) => Change) => Change;
}
