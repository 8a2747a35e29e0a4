import { ekaCare } from '@carehooks/core';
import { Hono } from 'hono';
import { ApiFaults } from '../../api-faults/api-faults.ts';
import { check } from '../../http/input.ts';
import { RequestLog } from '../../http/request-log.ts';
import { type Patch, Settings } from '../../settings.ts';
import { resetAll } from '../../store/collection.ts';
import { Deliveries } from '../deliveries.ts';
import { dispatch, fireOptions, type FireOptions, type Firing } from '../fire.ts';
import type { PlatformContext, SimulatedPlatform } from '../platform.ts';
import { demoAccount } from './account.ts';
import { apiRoutes } from './api.ts';
import { ordersFor } from './fire.ts';
import type { EkaCareParts } from './parts.ts';
import type { EkaCareData } from './records.ts';
import { retryPolicy } from './retry.ts';
import { seed } from './seed.ts';
import { ekaCareDefaults, type EkaCareSettings, ekaCareSettings } from './settings.ts';
import { shownRecords } from './shown-records.ts';
import { Tokens } from './tokens.ts';
import { eventTypes, Webhooks } from './webhooks.ts';

export interface EkaCareOptions {
  readonly settings?: Patch<EkaCareSettings>;
}

export interface EkaCareSimulator extends SimulatedPlatform {
  readonly settings: Settings<EkaCareSettings>;
  readonly webhooks: Webhooks;
  readonly tokens: Tokens;
  /** The records that the API serves. */
  readonly data: EkaCareData;
  fire(events: string | readonly string[], options?: FireOptions): Firing;
}

/** Eka Care: https://developer.eka.care */
export function createEkaCare(context: PlatformContext, options: EkaCareOptions = {}): EkaCareSimulator {
  const { clock, feed } = context;
  const settings = new Settings(ekaCareSettings, ekaCareDefaults, options.settings);
  const webhooks = new Webhooks(feed);
  const tokens = new Tokens();
  const data = seed(clock.now());
  const deliveries = new Deliveries(ekaCare.id, context);
  const requests = new RequestLog(ekaCare.id, feed);
  const apiFaults = new ApiFaults(context.closing);
  const parts: EkaCareParts = { settings, data, webhooks, tokens, clock };
  return {
    id: ekaCare.id,
    name: ekaCare.name,
    apiPath: '/eka-care/api',
    events: eventTypes,
    routes: ekaCareRoutes(parts, requests, apiFaults),
    ...{ settings, webhooks, tokens, data, deliveries, requests, apiFaults },
    account: demoAccount(parts),
    get retry() {
      return retryPolicy(settings.current.delivery);
    },
    records: () => shownRecords(data, webhooks),
    fire(events, given = {}) {
      const checked = check(given, fireOptions);
      const orders = ordersFor([events].flat(), checked, parts, context);
      return dispatch(orders, checked, context);
    },
    reset() {
      resetAll(data, seed(clock.now()));
      webhooks.clear();
      tokens.clear();
      settings.reset();
      deliveries.clear();
      requests.clear();
      apiFaults.clear();
    },
  };
}

function ekaCareRoutes(parts: EkaCareParts, requests: RequestLog, apiFaults: ApiFaults): Hono {
  const routes = new Hono();
  routes.use('/api/*', requests.middleware(), apiFaults.middleware('/eka-care/api'));
  routes.route('/api', apiRoutes(parts));
  return routes;
}
