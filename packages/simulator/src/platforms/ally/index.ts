import { ally } from '@carehooks/core';
import { Hono } from 'hono';
import { ApiFaults } from '../../api-faults/api-faults.ts';
import { check } from '../../http/input.ts';
import { RequestLog } from '../../http/request-log.ts';
import { type Patch, Settings } from '../../settings.ts';
import { resetAll } from '../../store/collection.ts';
import { Deliveries } from '../deliveries.ts';
import { dispatch, type Firing } from '../fire.ts';
import type { PlatformContext, SimulatedPlatform } from '../platform.ts';
import { demoAccount } from './account.ts';
import { apiRoutes } from './api.ts';
import { dashboardRoutes } from './dashboard.ts';
import { type AllyFireOptions, allyFireOptions, ordersFor } from './fire.ts';
import type { AllyParts } from './parts.ts';
import { type AllyData, type Mode, modes } from './records.ts';
import { retryPolicy } from './retry.ts';
import { seed } from './seed.ts';
import { allyDefaults, type AllySettings, allySettings } from './settings.ts';
import { shownRecords } from './shown-records.ts';
import { type AllyWebhook, eventTypes, type NewWebhook, newWebhook, Webhooks } from './webhooks.ts';

export type { AllyFireOptions };

export interface AllyOptions {
  readonly settings?: Patch<AllySettings>;
}

export interface AllySimulator extends SimulatedPlatform {
  readonly events: typeof eventTypes;
  readonly settings: Settings<AllySettings>;
  readonly webhooks: Webhooks;
  /** The records that the API serves, by mode. */
  readonly data: Readonly<Record<Mode, AllyData>>;
  fire(events: string | readonly string[], options?: AllyFireOptions): Firing;
  /** Creates a webhook as the dashboard does, and shows its secret. */
  createWebhook(webhook: NewWebhook): AllyWebhook;
  change: AllyParts['change'];
}

/** Ally (Heim): https://docs.heim.health */
export function createAlly(context: PlatformContext, options: AllyOptions = {}): AllySimulator {
  const { clock, feed } = context;
  const settings = new Settings(allySettings, allyDefaults, options.settings);
  const data = { test: seed('test'), live: seed('live') };
  const webhooks = new Webhooks(feed);
  const deliveries = new Deliveries(ally.id, context);
  const requests = new RequestLog(ally.id, feed);
  const apiFaults = new ApiFaults(context.closing);

  const fire = (events: string | readonly string[], given: AllyFireOptions = {}) => {
    const fireOptions = check(given, allyFireOptions);
    const parts = { context, data, webhooks, settings: settings.current };
    return dispatch(ordersFor([events].flat(), fireOptions, parts), fireOptions, context);
  };
  const change: AllyParts['change'] = (mode, action) => {
    const changed = action(data[mode]);
    const { id } = changed.appointment;
    feed.publish({ type: 'record-changed', platform: ally.id, collection: 'appointments', id });
    fire(changed.events, { entityId: id, mode });
    return changed;
  };

  const parts: AllyParts = { settings, data, webhooks, deliveries, clock, change };
  return {
    id: ally.id,
    name: ally.name,
    apiPath: '/ally/v1',
    events: eventTypes,
    routes: allyRoutes(parts, requests, apiFaults),
    ...{ settings, webhooks, data, deliveries, requests, apiFaults, fire, change },
    account: demoAccount(webhooks, settings, clock),
    get retry() {
      return retryPolicy(settings.current.delivery);
    },
    records: () => shownRecords(data, webhooks),
    createWebhook: (webhook) => webhooks.create(check(webhook, newWebhook), clock.now()),
    reset() {
      for (const mode of modes) resetAll(data[mode], seed(mode));
      webhooks.clear();
      settings.reset();
      deliveries.clear();
      requests.clear();
      apiFaults.clear();
    },
  };
}

function allyRoutes(parts: AllyParts, requests: RequestLog, apiFaults: ApiFaults): Hono {
  const routes = new Hono();
  routes.use('/v1/*', requests.middleware(), apiFaults.middleware('/ally'));
  routes.route('/v1', apiRoutes(parts));
  routes.route('/dashboard', dashboardRoutes(parts));
  return routes;
}
