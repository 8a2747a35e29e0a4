import { z } from 'zod/v4';
import type { Sent } from '../delivery/engine.ts';
import { faultNames } from '../delivery/fault.ts';
import type { DeliveryOrder } from '../delivery/order.ts';
import type { DeliveryRecord } from '../delivery/record.ts';
import type { Fixtures } from '../fixtures.ts';
import { Refusal } from '../refusal.ts';
import type { PlatformContext } from './platform.ts';

const bodyOption = z.union([z.instanceof(Uint8Array), z.json()]);

/** How events are made to happen. A platform may extend it. */
export const fireOptions = z.strictObject({
  /**
   * Name of a fixture whose bytes are sent. Without any of `fixture`, `body`, `bodies`, `entityId`: the one named as the
   * event.
   */
  fixture: z.string().optional(),
  /** The body itself: text and bytes as they are, anything else as compact JSON. */
  body: bodyOption.optional(),
  /** Several bodies, each an occurrence of its own. */
  bodies: z.array(bodyOption).min(1).max(1_000).optional(),
  /** A record of the platform, as it is now. */
  entityId: z.string().optional(),
  faults: z.array(z.enum(faultNames)).optional(),
  /** How many deliveries of it each webhook gets, all signed on their own. Default 1. */
  count: z.number().int().min(1).max(1_000).optional(),
  /** All of it in one delivery to each webhook, where the platform can batch. */
  together: z.boolean().optional(),
  /** False: each delivery goes out once, whatever becomes of it. Default: as the platform tries again. */
  retry: z.boolean().optional(),
  /** Default `in-turn`. */
  pace: z.enum(['in-turn', 'at-once']).optional(),
  /** Only this webhook, whether it chose the event or not. */
  webhookId: z.string().optional(),
  /** A target that is no webhook of the platform; without a secret it is sent unsigned. */
  target: z
    .strictObject({ url: z.url({ protocol: /^https?$/ }), secret: z.string().min(1).optional() })
    .optional(),
});

export type FireOptions = z.input<typeof fireOptions>;

/** Events that were fired. */
export interface Firing {
  /** As they were when queued; empty when no webhook wants the events. */
  readonly deliveries: readonly DeliveryRecord[];
  /** Waits until they have ended, and tells how. */
  settled(): Promise<DeliveryRecord[]>;
}

/** The firing of deliveries that were just queued. */
export function firingOf(sent: readonly Sent[]): Firing {
  return {
    deliveries: sent.map(({ record }) => record),
    settled: () => Promise.all(sent.map(({ ended }) => ended)),
  };
}

interface BodySource {
  readonly fixtures: Fixtures;
  readonly platform: string;
  /** The body that tells a record of the platform; throws when there is none. */
  readonly entityBody: (id: string) => Uint8Array;
}

/** @throws Refusal when the options name both a target and a webhook */
export function refuseTwoTargets({ target, webhookId }: Pick<FireOptions, 'target' | 'webhookId'>): void {
  if (target !== undefined && webhookId !== undefined) {
    throw new Refusal('Pass only one of "target" and "webhookId".');
  }
}

/** The bytes that the options ask for: one body, or several. */
export function bodiesFor(event: string, options: FireOptions, source: BodySource): Uint8Array[] {
  const { fixture, body, bodies, entityId } = options;
  const given = [fixture, body, bodies, entityId].filter((value) => value !== undefined);
  if (given.length > 1) throw new Refusal('Pass only one of "fixture", "body", "bodies" and "entityId".');
  if (body !== undefined) return [toBytes(body)];
  if (bodies !== undefined) return bodies.map(toBytes);
  if (entityId !== undefined) return [source.entityBody(entityId)];
  return [source.fixtures.read(source.platform, fixture ?? event)];
}

function toBytes(body: z.infer<typeof bodyOption>): Uint8Array {
  if (body instanceof Uint8Array) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

/**
 * Hands orders that belong together to the engine, each as often as the options say. For platforms that never batch.
 *
 * @throws Refusal when the options want a batch
 */
export function dispatch(
  orders: readonly DeliveryOrder[],
  { count = 1, together, retry, pace }: FireOptions,
  { engine }: PlatformContext,
): Firing {
  if (together === true) {
    throw new Refusal('This platform sends each event in a delivery of its own: leave "together" out.');
  }
  const wanted = retry === false ? orders.map(withoutRetries) : orders;
  const repeated = wanted.flatMap((order) => Array.from({ length: count }, () => order));
  return firingOf(engine.send(repeated, pace));
}

function withoutRetries(order: DeliveryOrder): DeliveryOrder {
  return { ...order, retry: { ...order.retry, attempts: 1 } };
}
