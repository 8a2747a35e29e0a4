import { ekaCare } from '@carehooks/core';
import type { Feed } from '../../feed.ts';
import { Refusal } from '../../refusal.ts';
import { Collection } from '../../store/collection.ts';

export const eventTypes = ekaCare.events.map(({ type }) => type);

/** A subscription as the list tells it, key included. */
export interface EkaCareWebhook {
  readonly id: string;
  readonly event_names: readonly string[];
  readonly endpoint: string;
  readonly signing_key: string | null;
  readonly client_id: string;
  readonly protocol: string;
  readonly created_at: string;
  readonly updated_at: string;
  readonly created_by: string;
  readonly updated_by: string;
}

export type NewWebhook = Pick<EkaCareWebhook, 'endpoint' | 'event_names' | 'signing_key' | 'protocol'>;

/** Subscriptions, one for each endpoint: https://developer.eka.care/api-reference/connect/webhooks/register-webhook */
export class Webhooks {
  readonly #webhooks = new Collection<EkaCareWebhook>();
  readonly #feed: Feed;
  #count = 0;

  constructor(feed: Feed) {
    this.#feed = feed;
  }

  /** @returns null when the endpoint is registered already */
  register(wanted: NewWebhook, client: string, now: number): EkaCareWebhook | null {
    if (this.list().some(({ endpoint }) => endpoint === wanted.endpoint)) return null;
    this.#count += 1;
    const at = timeOf(now);
    const webhook = this.#webhooks.put({
      id: String(this.#count),
      ...wanted,
      client_id: client,
      created_at: at,
      updated_at: at,
      created_by: client,
      updated_by: client,
    });
    this.#feed.publish({ type: 'webhook-created', platform: ekaCare.id, webhook: viewOf(webhook) });
    return webhook;
  }

  list(): EkaCareWebhook[] {
    return this.#webhooks.list();
  }

  get(id: string): EkaCareWebhook | undefined {
    return this.#webhooks.get(id);
  }

  /** @throws Refusal 404 */
  find(id: string): EkaCareWebhook {
    const webhook = this.get(id);
    if (webhook === undefined) throw new Refusal(`There is no webhook ${id}: list them first.`, 404);
    return webhook;
  }

  update(webhook: EkaCareWebhook, changes: Partial<NewWebhook>, now: number): EkaCareWebhook {
    return this.#webhooks.put({ ...webhook, ...changes, updated_at: timeOf(now) });
  }

  wanting(event: string): EkaCareWebhook[] {
    return this.list().filter(({ event_names }) => event_names.includes(event));
  }

  /** @returns false when there was none */
  remove(id: string): boolean {
    const webhook = this.get(id);
    if (webhook === undefined) return false;
    this.#feed.publish({ type: 'webhook-removed', platform: ekaCare.id, webhook: viewOf(webhook) });
    return this.#webhooks.remove(id);
  }

  clear(): void {
    this.#webhooks.reset();
  }
}

/** Whole seconds, as the documentation shows them. */
function timeOf(now: number): string {
  return new Date(now).toISOString().replace(/\.\d+Z$/, 'Z');
}

function viewOf({ id, endpoint, event_names }: EkaCareWebhook) {
  return { id, url: endpoint, events: event_names };
}
