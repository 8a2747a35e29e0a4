import { type JsonObject, type Platform, targetKey } from '@carehooks/core';
import type { ZapierApp } from '@carehooks/harness/zapier';
import { type HostOutcome, outcomeOf, readProblem } from './outcome.ts';
import type { ReceivedRequest } from './received-request.ts';
import type { TriggerSetting } from './trigger-setting.ts';

/** The built Zapier app of one platform, run as Zapier does. */
export class ZapierSide {
  readonly #platform: Platform;
  readonly #app: ZapierApp;
  readonly #targetUrl: string;
  /** What Zapier keeps with a connection that has to log in. */
  #session: object | null = null;

  /** @param targetUrl where the platform delivers to: Zapier has an address of its own, which stands for this one */
  constructor(platform: Platform, app: ZapierApp, targetUrl: string) {
    this.#platform = platform;
    this.#app = app;
    this.#targetUrl = targetUrl;
  }

  async receive(request: ReceivedRequest, setting: TriggerSetting): Promise<HostOutcome> {
    try {
      return await this.#perform(request, setting, true);
    } catch (error) {
      return { kind: 'failed', problem: readProblem((error as Error).message) };
    }
  }

  /** Forgets the events that went out, and the login. */
  forget(): void {
    this.#app.cache.reset();
    this.#session = null;
  }

  async close(): Promise<void> {
    await this.#app.close();
  }

  /** @param again whether a login that has expired is made anew, as Zapier does */
  async #perform(request: ReceivedRequest, setting: TriggerSetting, again: boolean): Promise<HostOutcome> {
    const { secret, connection, relations, output, onFailure } = setting;
    this.#session ??= await this.#logIn(connection);
    const run = await this.#app.hook(
      'any_event',
      {
        authData: { ...connection, webhookSecret: secret, ...this.#session },
        inputData: { expand: [...relations], output, on_failure: onFailure },
        subscribeData: { id: targetKey(this.#targetUrl) },
      },
      { ...request, headers: { ...request.headers }, querystring: request.query },
    );
    if (run.status === 'success') {
      return outcomeOf(run.items as JsonObject[], 'This event went out before, so the Zap does not run.');
    }
    if (run.status === 'halted') return { kind: 'rejected', problem: readProblem(run.message) };
    if (run.name !== 'RefreshAuthError' || !again) {
      return { kind: 'failed', problem: readProblem(run.message) };
    }
    this.#session = null;
    return this.#perform(request, setting, false);
  }

  async #logIn(authData: Readonly<Record<string, string>>): Promise<object> {
    if (this.#platform.api.session === undefined) return {};
    return (await this.#app.call('authentication.sessionConfig.perform', { authData })) as object;
  }
}
