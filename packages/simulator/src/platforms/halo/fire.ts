import { halo } from '@carehooks/core';
import type { z } from 'zod/v4';
import type { DeliveryOrder } from '../../delivery/order.ts';
import { Refusal } from '../../refusal.ts';
import { bodiesFor, type fireOptions, refuseTwoTargets } from '../fire.ts';
import type { PlatformContext } from '../platform.ts';
import type { BatchRule } from './batches.ts';
import { numberOf, textOf } from './event-list.ts';
import type { HaloParts } from './parts.ts';
import { bodyOf } from './payload.ts';
import { retryPolicy } from './retry.ts';
import type { HaloWebhook } from './webhooks.ts';

type Options = z.output<typeof fireOptions>;

interface Target {
  readonly id: string;
  readonly url: string;
  /** User name and password; null sends neither. */
  readonly secret: string | null;
  readonly webhook: HaloWebhook | null;
}

/** A delivery, or a part of one that is to go out with others. */
export interface Planned {
  readonly order: DeliveryOrder;
  readonly batch: BatchRule | null;
}

/** What each event sends to every target. */
export function plan(
  events: readonly string[],
  options: Options,
  parts: HaloParts,
  context: PlatformContext,
): Planned[] {
  return events
    .flatMap((event) => Array.from({ length: options.count ?? 1 }, () => event))
    .flatMap((event) =>
      targetsFor(event, options, parts).flatMap((target) => planFor(event, target, options, parts, context)),
    );
}

/** Webhooks with a notification of the event; one that is named gets it in any case. */
function targetsFor(event: string, { target, webhookId }: Options, { webhooks }: HaloParts): Target[] {
  refuseTwoTargets({ target, webhookId });
  if (target !== undefined) {
    return [{ id: 'target', url: target.url, secret: target.secret ?? null, webhook: null }];
  }
  if (webhookId !== undefined) return [toTarget(webhooks.find(webhookId))];
  const number = numberOf(event);
  if (number === null) {
    throw new Refusal(`HALO has no event "${event}": GET /halo/api/Lookup?lookupid=64 lists them.`);
  }
  return webhooks.wanting(number).map(toTarget);
}

function toTarget(webhook: HaloWebhook): Target {
  const { id, url, authentication_type, basic_username, basic_password } = webhook;
  const secret = authentication_type === 1 ? `${String(basic_username)}:${String(basic_password)}` : null;
  return { id, url, secret, webhook };
}

function planFor(
  event: string,
  target: Target,
  options: Options,
  parts: HaloParts,
  context: PlatformContext,
): Planned[] {
  const { payload } = parts.settings.current.delivery;
  const number = numberOf(event);
  const name = number === null ? event : textOf(number);
  const bodies = bodiesFor(name, withDefault(name, options), {
    fixtures: context.fixtures,
    platform: halo.id,
    entityBody: (id) => ticketBody(name, id, target, parts),
  });
  const batch = batchRule(name, target.webhook, payload);
  return bodies.map((body) => ({ order: orderFor(name, body, target, options, parts), batch }));
}

function orderFor(
  event: string,
  body: Uint8Array,
  { id, url, secret }: Target,
  options: Options,
  { settings }: HaloParts,
): DeliveryOrder {
  const { delivery } = settings.current;
  return {
    platform: halo.id,
    webhookId: id,
    events: eventsIn(body, event),
    url,
    body,
    credential: secret === null ? null : { secret, scheme: { kind: 'basic' } },
    retry: retryPolicy(delivery.timeout),
    faults: [...new Set([...delivery.faults, ...(options.faults ?? [])])],
  };
}

/** Where no delivery of the event is recorded, it tells of a ticket. */
function withDefault(event: string, options: Options): Options {
  const { fixture, body, bodies, entityId } = options;
  const given = [fixture, body, bodies, entityId].some((value) => value !== undefined);
  return given || halo.events.some(({ type }) => type === event) ? options : { ...options, entityId: '4251' };
}

function ticketBody(event: string, id: string, target: Target, parts: HaloParts): Uint8Array {
  const { data, webhooks, settings, clock } = parts;
  const entry = data.tickets.get(id);
  if (entry === undefined) throw new Refusal(`There is no ticket ${id}: list them first.`, 404);
  const bound = webhooks.notifications(target.id).find(({ eventno }) => eventno === numberOf(event));
  const occurrence = { event, ticket: entry.record, webhookId: target.id, now: clock.now() };
  const body = bodyOf(
    { ...occurrence, notificationId: bound?.id ?? null },
    settings.current.delivery.payload,
  );
  return Buffer.from(JSON.stringify(body));
}

/** A recorded batch names its events itself. */
function eventsIn(body: Uint8Array, event: string): string[] {
  const text = Buffer.from(body).toString();
  if (!text.startsWith('[')) return [event];
  const names = [...text.matchAll(/"event"\s*:\s*"(?<name>[^"]*)"/g)].map(
    ({ groups }) => groups?.['name'] ?? '',
  );
  return names.length === 0 ? [event] : names;
}

/** 1 groups the same event, any other number groups all. Full objects are never grouped. */
function batchRule(event: string, webhook: HaloWebhook | null, payload: string): BatchRule | null {
  const method = Number(webhook?.['batch_method'] ?? 0);
  if (webhook === null || method === 0 || payload === 'full') return null;
  return {
    key: method === 1 ? `${webhook.id} ${event}` : webhook.id,
    wait: Number(webhook['batch_delay_seconds']) * 1_000,
    limit: Number(webhook['batch_limit']),
  };
}
