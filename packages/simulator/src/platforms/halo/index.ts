import { halo } from '@carehooks/core';
import { Hono } from 'hono';
import { ApiFaults } from '../../api-faults/api-faults.ts';
import { check } from '../../http/input.ts';
import { RequestLog } from '../../http/request-log.ts';
import { type Patch, Settings } from '../../settings.ts';
import { resetAll } from '../../store/collection.ts';
import { Deliveries } from '../deliveries.ts';
import { fireOptions, type FireOptions, type Firing, firingOf } from '../fire.ts';
import type { PlatformContext, SimulatedPlatform } from '../platform.ts';
import { demoAccount } from './account.ts';
import { apiRoutes } from './api.ts';
import { Batches, joinByWebhook } from './batches.ts';
import { eventTypes } from './event-list.ts';
import { plan, type Planned } from './fire.ts';
import { loginRoutes } from './login.ts';
import type { HaloParts } from './parts.ts';
import type { HaloData } from './records.ts';
import { retryPolicy } from './retry.ts';
import { seed } from './seed.ts';
import { haloDefaults, type HaloSettings, haloSettings } from './settings.ts';
import { shownRecords } from './shown-records.ts';
import { Tokens } from './tokens.ts';
import { Webhooks } from './webhooks.ts';

export interface HaloOptions {
  readonly settings?: Patch<HaloSettings>;
}

export interface HaloSimulator extends SimulatedPlatform {
  readonly settings: Settings<HaloSettings>;
  readonly webhooks: Webhooks;
  readonly tokens: Tokens;
  /** The records that the API serves. */
  readonly data: HaloData;
  fire(events: string | readonly string[], options?: FireOptions): Firing;
}

/** HALO (HaloPSA, HaloITSM, HaloCRM): https://usehalo.com */
export function createHalo(context: PlatformContext, options: HaloOptions = {}): HaloSimulator {
  const { clock, closing, engine, feed, log } = context;
  const settings = new Settings(haloSettings, haloDefaults, options.settings);
  const webhooks = new Webhooks(feed);
  const tokens = new Tokens();
  const data = seed();
  const deliveries = new Deliveries(halo.id, context);
  const requests = new RequestLog(halo.id, feed);
  const apiFaults = new ApiFaults(closing);
  const batches = new Batches(clock, closing, (order) => engine.send([order]));
  const parts: HaloParts = { settings, data, webhooks, tokens, log, clock };

  feed.subscribe((event) => {
    if (event.type !== 'delivery-settled' || event.platform !== halo.id) return;
    webhooks.noteOutcome(event.delivery.webhookId, event.delivery.state === 'delivered');
  });

  return {
    id: halo.id,
    name: halo.name,
    apiPath: '/halo/api',
    events: eventTypes,
    routes: haloRoutes(parts, requests, apiFaults),
    ...{ settings, webhooks, tokens, data, deliveries, requests, apiFaults },
    account: demoAccount(parts),
    batches: true,
    get retry() {
      return retryPolicy(settings.current.delivery.timeout);
    },
    records: () => shownRecords(data, webhooks),
    fire(events, given = {}) {
      const checked = check(given, fireOptions);
      return send(plan([events].flat(), checked, parts, context), checked, context, batches);
    },
    reset() {
      resetAll(data, seed());
      batches.clear();
      webhooks.clear();
      tokens.clear();
      settings.reset();
      deliveries.clear();
      requests.clear();
      apiFaults.clear();
    },
  };
}

/** What goes out by itself is queued at once; what belongs to a batch is there when the batch has gone out. */
function send(
  planned: readonly Planned[],
  { pace, together }: FireOptions,
  { engine }: PlatformContext,
  batches: Batches,
): Firing {
  if (together === true) {
    const joined = joinByWebhook(planned.map(({ order }) => order));
    return firingOf(engine.send(joined, pace));
  }
  const single = planned.filter(({ batch }) => batch === null).map(({ order }) => order);
  const queued = engine.send(single, pace);
  const later = planned.flatMap(({ order, batch }) => (batch === null ? [] : [batches.add(order, batch)]));
  return {
    deliveries: queued.map(({ record }) => record),
    async settled() {
      const batched = (await Promise.all(later)).flat();
      const distinct = new Map([...queued, ...batched].map((one) => [one.record.id, one]));
      return firingOf([...distinct.values()]).settled();
    },
  };
}

function haloRoutes(parts: HaloParts, requests: RequestLog, apiFaults: ApiFaults): Hono {
  const routes = new Hono();
  for (const path of ['/api/*', '/auth/*']) {
    routes.use(path, requests.middleware(), apiFaults.middleware('/halo'));
  }
  routes.route('/api', apiRoutes(parts));
  routes.route('/auth', loginRoutes(parts));
  return routes;
}
