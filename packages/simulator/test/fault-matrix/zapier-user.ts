import { randomUUID } from 'node:crypto';
import { type JsonObject, targetKey } from '@carehooks/core';
import { fixtureSecret } from '@carehooks/core/testing';
import { type ZapierApp, ZapierCallError } from '@carehooks/harness/zapier';
import { readProblem } from '../../src/playground/hosts/outcome.ts';
import { type Account, deliveryTo, type Seen, type User } from './user.ts';

type Work = () => Promise<unknown>;

/** Someone with a Zap of the built app. */
export class ZapierUser implements User {
  readonly targetUrl = `http://127.0.0.1:5678/hooks/${randomUUID()}/`;
  readonly #app: ZapierApp;
  readonly #account: Account;
  #authData: Record<string, unknown>;
  #subscribeData: unknown;

  constructor(app: ZapierApp, account: Account) {
    this.#app = app;
    this.#account = account;
    this.#authData = { ...account.connection, webhookSecret: fixtureSecret(account.platform) };
    this.#subscribeData = { id: targetKey(this.targetUrl) };
  }

  get remembers(): boolean {
    return this.#account.platform.subscription.mode === 'api';
  }

  /** Connects the account: Zapier logs in. */
  logIn(): Promise<Seen> {
    return this.#see(async () => {
      await this.#renew();
      return [];
    });
  }

  receive(): Promise<Seen> {
    const { subject, onFailure } = this.#account;
    const delivery = deliveryTo(this.targetUrl, this.#account);
    const inputData = { expand: [...subject.relations], on_failure: onFailure };
    return this.#see(async () => {
      const setting = { ...this.#setting(), inputData, subscribeData: this.#subscribeData };
      const run = await this.#app.hook(toKey(subject.event), setting, delivery);
      if (run.status === 'success') return run.items;
      const name = run.status === 'halted' ? 'HaltedError' : run.name;
      throw new ZapierCallError({ name, message: run.message });
    });
  }

  testConnection(): Promise<Seen> {
    return this.#see(async () => [await this.#app.call('authentication.test', this.#setting())]);
  }

  openList(name: string): Promise<Seen> {
    return this.#see(() => this.#app.poll(`list_${name}`, this.#setting()));
  }

  poll(trigger: string): Promise<Seen> {
    // Long enough for records of any age.
    const inputData = { look_back_hours: 1_000_000 };
    return this.#see(() => this.#app.poll(trigger, { ...this.#setting(), inputData }));
  }

  samples(): Promise<Seen> {
    return this.#see(() => this.#app.sample(toKey(this.#account.subject.event), this.#setting()));
  }

  publish(event: string): Promise<Seen> {
    return this.#see(async () => {
      this.#subscribeData = await this.#app.subscribe(toKey(event), this.#setting());
      return [];
    });
  }

  unpublish(): Promise<Seen> {
    return this.#see(async () => {
      await this.#app.unsubscribe(toKey(this.#account.subject.event), this.#setting());
      return [];
    });
  }

  kept(): string {
    return JSON.stringify([this.#subscribeData, this.#app.cache.keys()]);
  }

  #setting() {
    return { authData: this.#authData, targetUrl: this.targetUrl, inputData: {}, zap: this.targetUrl };
  }

  /** Zapier puts what a login gives into the connection. */
  async #renew(): Promise<void> {
    if (this.#account.platform.api.session === undefined) return;
    const login = 'authentication.sessionConfig.perform';
    const token = (await this.#app.call(login, { authData: this.#authData })) as object;
    this.#authData = { ...this.#authData, ...token };
  }

  /** As Zapier does it: a call that asks for another login is repeated once after it. */
  async #see(work: Work): Promise<Seen> {
    try {
      return done(await this.#repeated(work));
    } catch (error) {
      if (!(error instanceof ZapierCallError)) throw error;
      const { name, message } = error;
      return { kind: 'failed', problem: readProblem(message), everything: `${name} ${message}` };
    }
  }

  async #repeated(work: Work): Promise<unknown> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ZapierCallError && error.name === 'RefreshAuthError')) throw error;
      await this.#renew();
      return work();
    }
  }
}

function done(result: unknown): Seen {
  return { kind: 'done', items: result as JsonObject[] };
}

function toKey(event: string): string {
  return event.replace(/\W+/g, '_');
}
