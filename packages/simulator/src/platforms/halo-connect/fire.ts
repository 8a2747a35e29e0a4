import { randomUUID } from 'node:crypto';
import { haloConnect } from '@carehooks/core';
import { z } from 'zod/v4';
import type { Credential } from '../../delivery/credential.ts';
import type { DeliveryOrder } from '../../delivery/order.ts';
import { Refusal } from '../../refusal.ts';
import { bodiesFor, fireOptions, refuseTwoTargets } from '../fire.ts';
import type { PlatformContext } from '../platform.ts';
import { type Environment, environments, type HaloConnectData } from './records.ts';
import { retryPolicy } from './retry.ts';
import type { HaloConnectSettings } from './settings.ts';
import { fillTemplate, readBody } from './template.ts';
import { eventTypes, type Source, type Webhooks } from './webhooks.ts';

export const haloConnectFireOptions = fireOptions.extend({
  /** Which webhook and which records. */
  environment: z.enum(environments).default('production'),
});

export type HaloConnectFireOptions = z.input<typeof haloConnectFireOptions>;

type Options = z.output<typeof haloConnectFireOptions>;

export interface FireParts {
  readonly context: PlatformContext;
  readonly data: Readonly<Record<Environment, HaloConnectData>>;
  readonly webhooks: Webhooks;
  readonly settings: HaloConnectSettings;
}

/** A delivery of each event to the webhook of its environment, or to the target that the options name. */
export function ordersFor(events: readonly string[], options: Options, parts: FireParts): DeliveryOrder[] {
  return events.flatMap((event) => {
    const target = targetFor(requireSource(event), options, parts.webhooks);
    if (target === null) return [];
    return bodiesOf(event, options, parts).map((body) => orderFor(event, body, target, options, parts));
  });
}

interface Target {
  readonly id: string;
  readonly url: string;
  readonly secret?: string;
}

function requireSource(event: string): Source {
  const source = eventTypes.find((type) => type === event);
  if (source === undefined) {
    throw new Refusal(`Halo Connect has no event "${event}". Choose one of: ${eventTypes.join(', ')}.`);
  }
  return source;
}

function targetFor(source: Source, options: Options, webhooks: Webhooks): Target | null {
  const { target, webhookId, environment } = options;
  refuseTwoTargets(options);
  if (target !== undefined) return { id: 'target', ...target };
  const named = environments.find((one) => one === webhookId);
  if (webhookId !== undefined && named === undefined) {
    throw new Refusal(`There is no webhook ${webhookId}: choose production or stage.`, 404);
  }
  const webhook = named === undefined ? webhooks.find(environment) : webhooks.get(named);
  if (webhook === undefined) return null;
  const { id, url, registeredUrl, secret } = webhook;
  return { id, url: source === 'registered' ? registeredUrl : url, secret };
}

function bodiesOf(event: string, options: Options, { context, data }: FireParts): Uint8Array[] {
  const { asyncQueries, registeredQueries } = data[options.environment];
  return bodiesFor(event, options, {
    fixtures: context.fixtures,
    platform: haloConnect.id,
    entityBody(id) {
      const query = event === 'async' ? asyncQueries.get(id) : registeredQueries.get(id);
      if (query === undefined) throw new Refusal(`There is no ${event} query ${id}.`, 404);
      const occurredAt = new Date(context.clock.now()).toISOString().replace('Z', '0000+00:00');
      const { siteId } = query;
      const told = { id: randomUUID(), occurredAt, siteId, queryId: id, webhookSource: event };
      return Buffer.from(JSON.stringify(told));
    },
  });
}

function orderFor(
  event: string,
  body: Uint8Array,
  target: Target,
  options: Options,
  { settings, webhooks }: FireParts,
): DeliveryOrder {
  const told = readBody(body);
  const { id } = target;
  const environment = environments.find((one) => one === id);
  return {
    platform: haloConnect.id,
    webhookId: id,
    events: [event],
    url: fillTemplate(target.url, told),
    body,
    credential: target.secret === undefined ? null : credentialOf(target.secret, settings.webhook),
    ...(told.id === undefined ? {} : { deliveryId: told.id }),
    signOnce: !settings.webhook.renewTimestamp,
    retry: retryPolicy(settings.delivery),
    faults: [...new Set([...settings.delivery.faults, ...(options.faults ?? [])])],
    ...(environment === undefined ? {} : { isWanted: () => webhooks.find(environment) !== undefined }),
  };
}

function credentialOf(secret: string, { secretEncoding }: HaloConnectSettings['webhook']): Credential {
  return { secret, scheme: { ...haloConnect.signature, key: { encoding: secretEncoding } } };
}
