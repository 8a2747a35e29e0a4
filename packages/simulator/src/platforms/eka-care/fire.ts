import { ekaCare, type JsonObject } from '@carehooks/core';
import type { DeliveryOrder } from '../../delivery/order.ts';
import { Refusal } from '../../refusal.ts';
import type { z } from 'zod/v4';
import { bodiesFor, type fireOptions, refuseTwoTargets } from '../fire.ts';
import type { PlatformContext } from '../platform.ts';
import type { EkaCareParts } from './parts.ts';
import { retryPolicy } from './retry.ts';

type Options = z.output<typeof fireOptions>;

interface Target {
  readonly id: string;
  readonly url: string;
  /** Without a signing key, deliveries go out unsigned. */
  readonly secret: string | null;
}

/** A delivery of each event to every target. */
export function ordersFor(
  events: readonly string[],
  options: Options,
  parts: EkaCareParts,
  context: PlatformContext,
): DeliveryOrder[] {
  return events.flatMap((event) => {
    const targets = targetsFor(event, options, parts);
    const bodies = bodiesFor(event, options, {
      fixtures: context.fixtures,
      platform: ekaCare.id,
      entityBody: (id) => Buffer.from(JSON.stringify(appointmentBody(event, id, parts))),
    });
    return bodies.flatMap((body) => targets.map((target) => orderFor(event, body, target, options, parts)));
  });
}

/** Webhooks that chose the event: names that are new to Eka Care's documentation can be chosen as well. */
function targetsFor(event: string, options: Options, { webhooks }: EkaCareParts): readonly Target[] {
  const { target, webhookId } = options;
  refuseTwoTargets(options);
  if (target !== undefined) return [{ id: 'target', url: target.url, secret: target.secret ?? null }];
  const wanting = webhookId === undefined ? webhooks.wanting(event) : [webhooks.find(webhookId)];
  return wanting.map(({ id, endpoint, signing_key }) => ({ id, url: endpoint, secret: signing_key }));
}

/** What a delivery tells of an appointment: ids, status and times. */
function appointmentBody(event: string, id: string, { data, clock }: EkaCareParts): JsonObject {
  const entry = data.appointments.get(id);
  if (entry === undefined) throw new Refusal(`There is no appointment ${id}: list them first.`, 404);
  const { doctor_id, patient_id, clinic_id, status, created_at, partner_meta } =
    entry.record as Required<JsonObject>;
  const now = Math.floor(clock.now() / 1_000);
  return {
    service: 'appointment',
    event,
    transaction_id: `${id}:${event}:${now}`,
    event_time: now,
    timestamp: now,
    client_id: '',
    business_id: '174159057718553',
    data: {
      appointment_id: id,
      ...({ doctor_id, patient_id, clinic_id, status, created_at, partner_meta } as JsonObject),
      modified_at: now,
    },
  };
}

function orderFor(
  event: string,
  body: Uint8Array,
  target: Target,
  options: Options,
  { settings, webhooks }: EkaCareParts,
): DeliveryOrder {
  const { delivery } = settings.current;
  return {
    platform: ekaCare.id,
    webhookId: target.id,
    events: [event],
    url: target.url,
    body,
    credential: target.secret === null ? null : { secret: target.secret, scheme: ekaCare.signature },
    retry: retryPolicy(delivery),
    faults: [...new Set([...delivery.faults, ...(options.faults ?? [])])],
    ...(options.target === undefined ? { isWanted: () => webhooks.get(target.id) !== undefined } : {}),
  };
}
