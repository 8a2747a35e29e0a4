import { haloConnect } from '@carehooks/core';
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
import { type HaloConnectFireOptions, haloConnectFireOptions, ordersFor } from './fire.ts';
import type { HaloConnectParts } from './parts.ts';
import { finishAsyncQuery, runRegisteredQuery } from './queries.ts';
import { RateLimit } from './rate-limit.ts';
import { type Environment, environments, type HaloConnectData } from './records.ts';
import { retryPolicy } from './retry.ts';
import { seed } from './seed.ts';
import { haloConnectDefaults, type HaloConnectSettings, haloConnectSettings } from './settings.ts';
import { shownRecords } from './shown-records.ts';
import { supportRoutes } from './support.ts';
import { eventTypes, Webhooks } from './webhooks.ts';

export interface HaloConnectOptions {
  readonly settings?: Patch<HaloConnectSettings>;
}

export interface HaloConnectSimulator extends SimulatedPlatform {
  readonly events: typeof eventTypes;
  readonly settings: Settings<HaloConnectSettings>;
  readonly webhooks: Webhooks;
  /** The records that the API serves, by environment. */
  readonly data: Readonly<Record<Environment, HaloConnectData>>;
  fire(events: string | readonly string[], options?: HaloConnectFireOptions): Firing;
  readonly finish: HaloConnectParts['finish'];
  readonly run: HaloConnectParts['run'];
}

/** Halo Connect: https://docs.haloconnect.io */
export function createHaloConnect(
  context: PlatformContext,
  options: HaloConnectOptions = {},
): HaloConnectSimulator {
  const { clock, closing, feed } = context;
  const settings = new Settings(haloConnectSettings, haloConnectDefaults, options.settings);
  const data = { production: seed(), stage: seed() };
  const webhooks = new Webhooks(feed);
  const rateLimit = new RateLimit();
  const deliveries = new Deliveries(haloConnect.id, context);
  const requests = new RequestLog(haloConnect.id, feed);
  const apiFaults = new ApiFaults(closing);

  const fire = (events: string | readonly string[], given: HaloConnectFireOptions = {}) => {
    const fireOptions = check(given, haloConnectFireOptions);
    const parts = { context, data, webhooks, settings: settings.current };
    return dispatch(ordersFor([events].flat(), fireOptions, parts), fireOptions, context);
  };
  const changed = (collection: string, id: string) =>
    feed.publish({ type: 'record-changed', platform: haloConnect.id, collection, id });
  const finish: HaloConnectParts['finish'] = (environment, id, result) => {
    finishAsyncQuery(data[environment], id, result, clock.now());
    changed('asyncQueries', id);
    fire('async', { entityId: id, environment });
  };
  const run: HaloConnectParts['run'] = (environment, id, result) => {
    const differs = runRegisteredQuery(data[environment], id, result, clock.now());
    changed('registeredQueries', id);
    if (differs) fire('registered', { entityId: id, environment });
    return differs;
  };

  const parts: HaloConnectParts = { settings, data, webhooks, rateLimit, clock, closing, finish, run };
  return {
    id: haloConnect.id,
    name: haloConnect.name,
    apiPath: '/halo-connect/production',
    events: eventTypes,
    routes: haloConnectRoutes(parts, requests, apiFaults),
    ...{ settings, webhooks, data, deliveries, requests, apiFaults, fire, finish, run },
    account: demoAccount(webhooks, data.production, settings),
    get retry() {
      return retryPolicy(settings.current.delivery);
    },
    records: () => shownRecords(data, webhooks),
    reset() {
      for (const environment of environments) resetAll(data[environment], seed());
      webhooks.clear();
      rateLimit.clear();
      settings.reset();
      deliveries.clear();
      requests.clear();
      apiFaults.clear();
    },
  };
}

function haloConnectRoutes(parts: HaloConnectParts, requests: RequestLog, apiFaults: ApiFaults): Hono {
  const routes = new Hono();
  for (const environment of environments) {
    routes.use(`/${environment}/*`, requests.middleware(), apiFaults.middleware('/halo-connect'));
    routes.route(`/${environment}`, apiRoutes(environment, parts));
  }
  routes.route('/support', supportRoutes(parts));
  return routes;
}
