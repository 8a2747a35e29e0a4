import { randomBytes } from 'node:crypto';
import { haloConnect } from '@carehooks/core';
import { z } from 'zod/v4';
import type { Feed } from '../../feed.ts';
import { Refusal } from '../../refusal.ts';
import { Collection } from '../../store/collection.ts';
import type { Environment } from './records.ts';

export const eventTypes = haloConnect.events.map(({ type }) => type);

export type Source = (typeof eventTypes)[number];

const template = z
  .string()
  .regex(/^https?:\/\/./, 'must be a web address, with or without {siteId} and the like');

/** What is asked of Halo Connect's support: one URL for an environment, or another one for registered queries. */
export const newWebhook = z.strictObject({
  url: template,
  registeredUrl: template.optional(),
  secret: z.string().min(1).optional(),
});

export type NewWebhook = z.input<typeof newWebhook>;

/** The webhook of an environment, named after it. */
export interface HaloConnectWebhook {
  readonly id: Environment;
  readonly url: string;
  readonly registeredUrl: string;
  readonly secret: string;
}

/** One webhook for each environment: https://haloconnect.io/blog/webhooks-now-live */
export class Webhooks {
  readonly #webhooks = new Collection<HaloConnectWebhook>();
  readonly #feed: Feed;

  constructor(feed: Feed) {
    this.#feed = feed;
  }

  /** Replaces the environment's webhook. The secret stays the same unless another one is given. */
  set(environment: Environment, { url, registeredUrl, secret }: NewWebhook): HaloConnectWebhook {
    const before = this.#webhooks.get(environment)?.secret;
    const webhook = this.#webhooks.put({
      id: environment,
      url,
      registeredUrl: registeredUrl ?? url,
      // Hexadecimal digits are a key in every encoding that may be set.
      secret: secret ?? before ?? randomBytes(20).toString('hex'),
    });
    const { id } = webhook;
    this.#feed.publish({
      type: 'webhook-created',
      platform: haloConnect.id,
      webhook: { id, url, events: eventTypes },
    });
    return webhook;
  }

  find(environment: Environment): HaloConnectWebhook | undefined {
    return this.#webhooks.get(environment);
  }

  /** @throws Refusal 404 */
  get(environment: Environment): HaloConnectWebhook {
    const webhook = this.#webhooks.get(environment);
    if (webhook === undefined) {
      throw new Refusal(
        `There is no webhook of ${environment}: PUT /halo-connect/support/webhooks/${environment}.`,
        404,
      );
    }
    return webhook;
  }

  /** @throws Refusal 404 */
  remove(environment: Environment): void {
    const { id, url } = this.get(environment);
    this.#webhooks.remove(id);
    this.#feed.publish({
      type: 'webhook-removed',
      platform: haloConnect.id,
      webhook: { id, url, events: eventTypes },
    });
  }

  clear(): void {
    this.#webhooks.reset();
  }
}
