import { ally } from '@carehooks/core';
import { z } from 'zod/v4';
import type { Feed } from '../../feed.ts';
import { Refusal } from '../../refusal.ts';
import { Collection } from '../../store/collection.ts';
import { randomId } from '../../store/id.ts';
import { type Mode, modes } from './records.ts';

export const eventTypes = ally.events.map(({ type }) => type);

/** What the dashboard's form asks for. A secret may be given so that tests know it; else it is made up. */
export const newWebhook = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  events: z.array(z.enum(eventTypes)).min(1),
  mode: z.enum(modes).default('test'),
  secret: z.string().min(1).optional(),
});

export type NewWebhook = z.input<typeof newWebhook>;

export interface AllyWebhook {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly mode: Mode;
  readonly createdAt: string;
  readonly secret: string;
}

/** A webhook as it is shown after its creation. */
export type WebhookView = Omit<AllyWebhook, 'secret'>;

/** Webhooks cannot be changed: a lost secret means a new webhook (https://docs.allyhealth.co.uk/docs/webhooks). */
export class Webhooks {
  readonly #webhooks = new Collection<AllyWebhook>();
  readonly #feed: Feed;

  constructor(feed: Feed) {
    this.#feed = feed;
  }

  /** @returns the webhook with its secret, this one time */
  create({ url, events, mode, secret }: z.output<typeof newWebhook>, now: number): AllyWebhook {
    const webhook = this.#webhooks.put({
      id: randomId('wh_'),
      url,
      events: [...new Set(events)],
      mode,
      createdAt: new Date(now).toISOString(),
      secret: secret ?? randomId('whsec_', 32),
    });
    this.#feed.publish({ type: 'webhook-created', platform: 'ally', webhook: viewOf(webhook) });
    return webhook;
  }

  list(): WebhookView[] {
    return this.#webhooks.list().map(viewOf);
  }

  /** @throws Refusal 404 */
  get(id: string): WebhookView {
    return viewOf(this.withSecret(id));
  }

  has(id: string): boolean {
    return this.#webhooks.get(id) !== undefined;
  }

  /**
   * For signing.
   *
   * @throws Refusal 404
   */
  withSecret(id: string): AllyWebhook {
    const webhook = this.#webhooks.get(id);
    if (webhook === undefined) {
      throw new Refusal(`There is no webhook ${id}: GET /ally/dashboard/webhooks lists them.`, 404);
    }
    return webhook;
  }

  /** Those that chose the event in that mode, with their secrets. */
  wanting(event: string, mode: Mode): AllyWebhook[] {
    return this.#webhooks.list().filter((webhook) => webhook.mode === mode && webhook.events.includes(event));
  }

  /** @throws Refusal 404 */
  remove(id: string): void {
    const webhook = this.get(id);
    this.#webhooks.remove(id);
    this.#feed.publish({ type: 'webhook-removed', platform: 'ally', webhook });
  }

  clear(): void {
    this.#webhooks.reset();
  }
}

function viewOf({ id, url, events, mode, createdAt }: AllyWebhook): WebhookView {
  return { id, url, events, mode, createdAt };
}
