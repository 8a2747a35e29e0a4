import {
  type ApiSubscription,
  checkTarget,
  type Connection,
  parseBaseUrl,
  TriggerError,
} from '@carehooks/core';
import { variableOf } from '../account/variables.ts';
import type { CliIo } from '../io.ts';
import { writeLine } from '../output/stream.ts';
import { readSecret } from '../secret.ts';
import type { Access } from './access.ts';
import type { Asker } from './ask.ts';
import type { OwnWebhook } from './check.ts';
import { makeWebhook, randomPath, removeWebhooks } from './own-webhook.ts';
import type { LivePlatform } from './platforms/index.ts';
import { Receiver } from './receiver.ts';
import { failureOf, shown, type Shown } from './shown.ts';

/** A place where deliveries arrive. */
export interface Opened {
  readonly receiver: Receiver;
  readonly secrets: readonly string[];
  /** Null where a person has made the webhook. */
  readonly own: OwnWebhook | null;
}

export interface ReceptionOptions {
  readonly live: LivePlatform;
  readonly entered: Connection;
  readonly access: Access;
  readonly asker: Asker;
  readonly io: CliIo;
  readonly interrupted: AbortSignal;
  readonly port: number;
  readonly hold: number | undefined;
}

/** Opened by the first check that needs it, and closed at the end of the run, with everything it made at the platform. */
export class Reception {
  readonly #options: ReceptionOptions;
  readonly #path = randomPath();
  readonly #receiver: Receiver;
  #opened: Promise<Opened | Shown> | undefined;
  /** Set before anything is made, so that what was cut off halfway is removed as well. */
  #made: { readonly subscription: ApiSubscription; readonly targetUrl: string } | null = null;

  #isByHand = false;

  constructor(options: ReceptionOptions) {
    this.#options = options;
    this.#receiver = new Receiver(this.#path, options.hold);
  }

  /** @returns the place, or why there is none */
  open(): Promise<Opened | Shown> {
    this.#opened ??= this.#open();
    return this.#opened;
  }

  /** @returns what could not be removed at the platform, or null */
  async close(): Promise<TriggerError | null> {
    const { io, live } = this.#options;
    await this.#receiver.close();
    if (this.#isByHand)
      writeLine(io.stderr, `Now delete the webhook that you made at ${live.platform.name}.`);
    if (this.#made === null) return null;
    const { subscription, targetUrl } = this.#made;
    writeLine(io.stderr, 'Deleting the webhook of this run …');
    return removeWebhooks(this.#options.access, subscription, targetUrl);
  }

  async #open(): Promise<Opened | Shown> {
    const { io, live } = this.#options;
    if (!io.isInteractive) return shown`Not asked: it needs a person at the keyboard.`;
    const port = await this.#receiver.listen(this.#options.port);
    writeLine(io.stderr, `\nDeliveries are received on http://127.0.0.1:${port}.`);
    writeLine(io.stderr, 'Make it reachable from the internet with a tunnel of your choice.');
    const targetUrl = await this.#askTarget();
    if (targetUrl === null) return shown`Not asked: no public address was given.`;
    const { subscription } = live.platform;
    return subscription.mode === 'api'
      ? this.#makeWebhook(subscription, targetUrl)
      : this.#askForWebhook(subscription.steps, targetUrl);
  }

  /** @returns the URL for a webhook, or null where the person has none */
  async #askTarget(): Promise<string | null> {
    const { asker, entered, interrupted, io, live } = this.#options;
    for (;;) {
      const text = await asker.line('Its public address, or Enter to skip all deliveries:', interrupted);
      if (text === '') return null;
      const targetUrl = `${text.replace(/\/+$/, '')}${this.#path}`;
      try {
        checkTarget(targetUrl, parseBaseUrl(live.platform.api.baseUrl(entered)));
        return targetUrl;
      } catch (error) {
        if (!(error instanceof TriggerError)) throw error;
        writeLine(io.stderr, `${error.message}. Enter an address such as https://example.com.`);
      }
    }
  }

  async #makeWebhook(subscription: ApiSubscription, targetUrl: string): Promise<Opened | Shown> {
    const { access, asker, interrupted, live } = this.#options;
    const question = `May a webhook be made at ${live.platform.name} for this run? It is deleted at the end, also after Ctrl+C.`;
    if (!(await asker.confirm(question, interrupted))) return shown`Not asked: no webhook was to be made.`;
    this.#made = { subscription, targetUrl };
    try {
      const own = await makeWebhook(access, subscription, targetUrl, live.events);
      return { receiver: this.#receiver, secrets: [own.secret], own };
    } catch (error) {
      if (!(error instanceof TriggerError)) throw error;
      return shown`The webhook could not be made. ${failureOf(error)}`;
    }
  }

  async #askForWebhook(steps: readonly string[], targetUrl: string): Promise<Opened | Shown> {
    const { io, live } = this.#options;
    const { platform, targetQuery = '' } = live;
    writeLine(io.stderr, `\nWebhook URL: ${targetUrl}${targetQuery}`);
    writeLine(io.stderr, `Make a webhook with it at ${platform.name}, and delete it after this run:`);
    for (const [index, step] of steps.entries()) writeLine(io.stderr, `  ${index + 1}. ${step}`);
    this.#isByHand = true;
    const variables = ['CAREHOOKS_SECRET', variableOf(platform, 'webhookSecret')];
    const secret = await readSecret(io, { variables, prompt: `Webhook secret of ${platform.name}:` });
    if (secret === null) return shown`Not asked: no webhook secret was given.`;
    return { receiver: this.#receiver, secrets: [secret], own: null };
  }
}
