import { randomUUID } from 'node:crypto';
import { halo, type JsonObject } from '@carehooks/core';
import type { Feed } from '../../feed.ts';
import { Refusal } from '../../refusal.ts';
import { Collection } from '../../store/collection.ts';
import { textOf } from './event-list.ts';

/** A webhook as the API tells it; fields beside these are kept as they come. */
export type HaloWebhook = JsonObject & {
  readonly id: string;
  readonly url: string;
  readonly type: number;
  readonly active: boolean;
  readonly disabled: boolean;
};

/** A notification that sends an event to a webhook. */
export type HaloNotification = JsonObject & {
  readonly id: number;
  readonly guid: string;
  readonly webhook_id: string;
  readonly eventno: number;
};

interface NotificationEntry {
  readonly id: string;
  readonly row: HaloNotification;
}

const blank = {
  name: '',
  type: 0,
  method: 0,
  content_type: 'application/json',
  authentication_type: 0,
  basic_username: '',
  basic_password: '',
  active: true,
  disabled: false,
  payload_type: 0,
  batch_method: 0,
  batch_delay_seconds: 0,
  batch_limit: 0,
  auto_disable_attempts: 0,
};

/** Webhooks and the notifications that bind events to them. */
export class Webhooks {
  readonly #webhooks = new Collection<HaloWebhook>();
  readonly #notifications = new Collection<NotificationEntry>();
  readonly #feed: Feed;
  /** Deliveries in a row that failed, by webhook. */
  readonly #failures = new Map<string, number>();
  #count = 40;

  constructor(feed: Feed) {
    this.#feed = feed;
  }

  list(): HaloWebhook[] {
    return this.#webhooks.list();
  }

  get(id: string): HaloWebhook | undefined {
    return this.#webhooks.get(id.toLowerCase());
  }

  /** @throws Refusal 404 */
  find(id: string): HaloWebhook {
    const webhook = this.get(id);
    if (webhook === undefined) throw new Refusal(`There is no webhook ${id}: list them first.`, 404);
    return webhook;
  }

  create(fields: JsonObject & { readonly url: string }): HaloWebhook {
    const webhook = this.#webhooks.put({ ...blank, ...fields, id: randomUUID() });
    this.#feed.publish({ type: 'webhook-created', platform: halo.id, webhook: this.#viewOf(webhook) });
    return webhook;
  }

  /** Fields that are not given stay. */
  update(webhook: HaloWebhook, changes: JsonObject): HaloWebhook {
    this.#failures.delete(webhook.id);
    return this.#webhooks.put({ ...webhook, ...changes, id: webhook.id });
  }

  /** @param cascade takes its notifications along */
  remove({ id }: HaloWebhook, cascade: boolean): void {
    const webhook = this.find(id);
    this.#feed.publish({ type: 'webhook-removed', platform: halo.id, webhook: this.#viewOf(webhook) });
    this.#webhooks.remove(id);
    if (cascade) for (const row of this.notifications(id)) this.removeNotification(String(row.id));
  }

  notifications(webhook?: string): HaloNotification[] {
    const rows = this.#notifications.list().map(({ row }) => row);
    return webhook === undefined ? rows : rows.filter(({ webhook_id }) => webhook_id === webhook);
  }

  /** Takes the place of the row with the same id or guid, should there be one. */
  putNotification(fields: JsonObject & { readonly webhook_id: string; readonly eventno: number }) {
    const replaced = this.notifications().find(
      ({ id, guid }) => id === fields['id'] || (guid === fields['guid'] && guid !== null),
    );
    if (replaced === undefined) this.#count += 1;
    const id = replaced?.id ?? this.#count;
    const row: HaloNotification = { ...fields, id, guid: replaced?.guid ?? randomUUID() };
    return this.#notifications.put({ id: String(id), row }).row;
  }

  /** @returns false when there was none */
  removeNotification(id: string): boolean {
    return this.#notifications.remove(id);
  }

  /** Active webhooks that the event is bound to. */
  wanting(eventno: number): HaloWebhook[] {
    const bound = this.notifications().filter((row) => row.eventno === eventno);
    return this.list().filter(
      ({ id, active, disabled }) => active && !disabled && bound.some(({ webhook_id }) => webhook_id === id),
    );
  }

  /** Counts failures in a row; a webhook with too many of them is switched off. */
  noteOutcome(id: string, delivered: boolean): void {
    const webhook = this.get(id);
    if (webhook === undefined) return;
    const failures = delivered ? 0 : (this.#failures.get(id) ?? 0) + 1;
    this.#failures.set(id, failures);
    const limit = Number(webhook['auto_disable_attempts']);
    if (limit > 0 && failures >= limit) this.#webhooks.put({ ...webhook, disabled: true });
  }

  clear(): void {
    this.#webhooks.reset();
    this.#notifications.reset();
    this.#failures.clear();
  }

  #viewOf({ id, url }: HaloWebhook) {
    return { id, url, events: this.notifications(id).map(({ eventno }) => textOf(eventno)) };
  }
}
