import { larkmereDiary } from '@carehooks/core';
import { Hono } from 'hono';
import { ApiFaults } from '../../api-faults/api-faults.ts';
import { check } from '../../http/input.ts';
import { RequestLog } from '../../http/request-log.ts';
import { type Patch, Settings } from '../../settings.ts';
import { Deliveries } from '../deliveries.ts';
import { dispatch, fireOptions } from '../fire.ts';
import type { PlatformContext, SimulatedPlatform } from '../platform.ts';
import { demoAccount } from './account.ts';
import { apiRoutes } from './api.ts';
import { ordersFor } from './fire.ts';
import { Hooks } from './hooks.ts';
import type { LarkmereDiaryParts } from './parts.ts';
import { seed } from './practice.ts';
import { retryPolicy } from './retry.ts';
import { larkmereDiaryDefaults, type LarkmereDiarySettings, larkmereDiarySettings } from './settings.ts';
import { shownRecords } from './shown-records.ts';

export interface LarkmereDiaryOptions {
  readonly settings?: Patch<LarkmereDiarySettings>;
}

export interface LarkmereDiarySimulator extends SimulatedPlatform, LarkmereDiaryParts {
  readonly settings: Settings<LarkmereDiarySettings>;
}

/** Larkmere Diary: https://developers.larkmere.example */
export function createLarkmereDiary(
  context: PlatformContext,
  options: LarkmereDiaryOptions = {},
): LarkmereDiarySimulator {
  const settings = new Settings(larkmereDiarySettings, larkmereDiaryDefaults, options.settings);
  const parts: LarkmereDiaryParts = { settings, hooks: new Hooks(context.feed), practice: seed() };
  const deliveries = new Deliveries(larkmereDiary.id, context);
  const requests = new RequestLog(larkmereDiary.id, context.feed);
  const apiFaults = new ApiFaults(context.closing);
  const routes = new Hono();
  routes.use('/v3/*', requests.middleware(), apiFaults.middleware('/larkmere-diary/v3'));
  routes.route('/v3', apiRoutes(parts));
  return {
    id: larkmereDiary.id,
    name: larkmereDiary.name,
    apiPath: '/larkmere-diary/v3',
    events: larkmereDiary.events.map(({ type }) => type),
    ...{ ...parts, settings, routes, deliveries, requests, apiFaults },
    account: demoAccount(parts),
    batches: true,
    get retry() {
      return retryPolicy(settings.current.delivery);
    },
    records: () => shownRecords(parts.practice, parts.hooks),
    fire(events, given = {}) {
      const checked = check(given, fireOptions);
      const orders = ordersFor([events].flat(), checked, parts, context);
      return dispatch(orders, { ...checked, together: false }, context);
    },
    reset() {
      const { bookings, clients } = seed();
      parts.practice.bookings.reset(bookings.list());
      parts.practice.clients.reset(clients.list());
      for (const one of [parts.hooks, deliveries, requests, apiFaults]) one.clear();
      settings.reset();
    },
  };
}
