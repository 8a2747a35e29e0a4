import { type JsonValue, larkmereDiary } from '@carehooks/core';
import type { z } from 'zod/v4';
import type { DeliveryOrder } from '../../delivery/order.ts';
import { Refusal } from '../../refusal.ts';
import { randomId } from '../../store/id.ts';
import { bodiesFor, type fireOptions } from '../fire.ts';
import type { PlatformContext } from '../platform.ts';
import type { LarkmereDiaryParts } from './parts.ts';
import { retryPolicy } from './retry.ts';

type Options = z.output<typeof fireOptions>;

interface Target {
  readonly id: string;
  readonly url: string;
  /** Null sends unsigned. */
  readonly secret: string | null;
}

interface Parcel {
  readonly events: readonly string[];
  readonly body: Uint8Array;
}

/** A delivery of each event to every hook that wants it, or one of all its events. */
export function ordersFor(
  events: readonly string[],
  options: Options,
  parts: LarkmereDiaryParts,
  context: PlatformContext,
): DeliveryOrder[] {
  const parcels = events.flatMap((event) => parcelsOf(event, options, parts, context));
  const sent = options.together === true ? [pack(parcels)] : parcels;
  return sent.flatMap((parcel) =>
    targetsFor(parcel, options, parts).map((target) => orderFor(parcel, target, options, parts)),
  );
}

function parcelsOf(
  event: string,
  options: Options,
  { practice }: LarkmereDiaryParts,
  { fixtures, clock }: PlatformContext,
): Parcel[] {
  const entityBody = (id: string) => {
    const booking = practice.bookings.get(id);
    if (booking === undefined)
      throw new Refusal(`There is no booking ${id}: look at the records first.`, 404);
    const now = new Date(clock.now()).toISOString();
    const fields = { id: randomId('evt_', 8), type: event, occurred_at: now };
    return toBody([{ ...fields, booking: { ...booking, updated_at: now } }], now);
  };
  const bodies = bodiesFor(event, options, { fixtures, platform: larkmereDiary.id, entityBody });
  return bodies.map((body) => ({ events: [event], body }));
}

interface Body {
  readonly sent_at: string;
  readonly events: readonly JsonValue[];
}

/** What happens within a second comes together: https://developers.larkmere.example/webhooks/deliveries */
function pack(parcels: readonly Parcel[]): Parcel {
  const bodies = parcels.map(({ body }) => JSON.parse(Buffer.from(body).toString()) as Body);
  const told = bodies.flatMap(({ events }) => events);
  const events = parcels.flatMap((parcel) => parcel.events);
  return { events, body: toBody(told, bodies[0]?.sent_at ?? '') };
}

function toBody(events: readonly JsonValue[], sentAt: string): Uint8Array {
  return Buffer.from(JSON.stringify({ delivery: randomId('dlv_', 6), sent_at: sentAt, events }));
}

function targetsFor(
  { events }: Parcel,
  { target, webhookId }: Options,
  { hooks }: LarkmereDiaryParts,
): Target[] {
  if (target !== undefined) return [{ id: 'target', url: target.url, secret: target.secret ?? null }];
  const wanting = webhookId === undefined ? hooks.wanting(events) : [hooks.find(webhookId)];
  return wanting.map(({ id, url, signing_key }) => ({ id, url, secret: signing_key }));
}

function orderFor(
  { events, body }: Parcel,
  target: Target,
  options: Options,
  { settings, hooks }: LarkmereDiaryParts,
): DeliveryOrder {
  const { delivery } = settings.current;
  return {
    platform: larkmereDiary.id,
    webhookId: target.id,
    events,
    url: target.url,
    body,
    credential: target.secret === null ? null : { secret: target.secret, scheme: larkmereDiary.signature },
    deliveryId: randomId('dlv_', 6),
    retry: retryPolicy(delivery),
    faults: [...new Set([...delivery.faults, ...(options.faults ?? [])])],
    ...(options.target === undefined ? { isWanted: () => hooks.has(target.id) } : {}),
  };
}
