import { z } from 'zod/v4';
import type { Credential } from '../../delivery/credential.ts';
import type { DeliveryOrder } from '../../delivery/order.ts';
import { Refusal } from '../../refusal.ts';
import { bodiesFor, fireOptions, refuseTwoTargets } from '../fire.ts';
import type { PlatformContext } from '../platform.ts';
import { findAppointment } from './appointments.ts';
import { expand } from './expand.ts';
import { type AllyData, type Mode, modes } from './records.ts';
import { retryPolicy } from './retry.ts';
import type { AllySettings } from './settings.ts';
import { eventTypes, type Webhooks } from './webhooks.ts';

export const allyFireOptions = fireOptions.extend({
  /** Which webhooks and which records. Default `test`. */
  mode: z.enum(modes).default('test'),
});

export type AllyFireOptions = z.input<typeof allyFireOptions>;

type Options = z.output<typeof allyFireOptions>;

export interface FireParts {
  readonly context: PlatformContext;
  readonly data: Readonly<Record<Mode, AllyData>>;
  readonly webhooks: Webhooks;
  readonly settings: AllySettings;
}

/** A delivery of each event to every target. */
export function ordersFor(events: readonly string[], options: Options, parts: FireParts): DeliveryOrder[] {
  return events.flatMap((event) => {
    const targets = targetsFor(event, options, parts);
    return bodiesOf(event, options, parts).flatMap((body) =>
      targets.map((target) => orderFor(event, body, target, options, parts)),
    );
  });
}

interface Target {
  readonly id: string;
  readonly url: string;
  readonly secret?: string;
}

/** Webhooks that chose the event; one that is named gets it in any case, as Ally's support can add other events. */
function targetsFor(event: string, options: Options, { webhooks }: FireParts): readonly Target[] {
  const { target, webhookId, mode } = options;
  refuseTwoTargets(options);
  if (target !== undefined) return [{ id: 'target', ...target }];
  if (webhookId !== undefined) return [webhooks.withSecret(webhookId)];
  if (!eventTypes.some((type) => type === event)) {
    throw new Refusal(`Ally has no event "${event}". Choose one of: ${eventTypes.join(', ')}.`);
  }
  return webhooks.wanting(event, mode);
}

function bodiesOf(event: string, options: Options, { context, data, settings }: FireParts): Uint8Array[] {
  const records = data[options.mode];
  return bodiesFor(event, options, {
    fixtures: context.fixtures,
    platform: 'ally',
    entityBody(id) {
      const appointment = expand(findAppointment(records, id), settings.webhook.expand, records);
      return Buffer.from(JSON.stringify({ data: appointment }));
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
  const { eventHeader } = settings.webhook;
  return {
    platform: 'ally',
    webhookId: target.id,
    events: [event],
    url: target.url,
    headers: eventHeader === null ? {} : { [eventHeader]: event },
    body,
    credential: target.secret === undefined ? null : credentialOf(target.secret, settings.signature),
    retry: retryPolicy(settings.delivery),
    faults: [...new Set([...settings.delivery.faults, ...(options.faults ?? [])])],
    ...(options.target === undefined ? { isWanted: () => webhooks.has(target.id) } : {}),
  };
}

function credentialOf(secret: string, signature: AllySettings['signature']): Credential {
  const { algorithm, encoding, header, prefix } = signature;
  return {
    secret,
    scheme: { kind: 'hmac', algorithm, encoding, content: '{body}', signature: { header, prefix } },
  };
}
