import {
  type ApiSubscription,
  type Connection,
  converse,
  derivedSecrets,
  ensureSubscription,
  type InspectOptions,
  inspectSubscription,
  type Platform,
  targetKey,
} from '@carehooks/core';
import {
  type ApiFaultRule,
  findSimulated,
  type SimulatedPlatform,
  type Simulator,
  startSimulator,
} from '../../src/index.ts';
import { clientFor } from '../client.ts';
import type { Left } from './expected/call.ts';
import { elsewhere, type Fault } from './faults.ts';
import type { Place, Subject } from './subjects.ts';

/** A simulated account that nobody else uses. */
export class Ground {
  readonly #simulator: Simulator;
  readonly #platform: Platform;
  readonly #subject: Subject;
  readonly #simulated: SimulatedPlatform;
  #before = '';

  private constructor(simulator: Simulator, platform: Platform, subject: Subject) {
    this.#simulator = simulator;
    this.#platform = platform;
    this.#subject = subject;
    this.#simulated = findSimulated(simulator.platforms, platform.id);
  }

  static async open(platform: Platform, subject: Subject): Promise<Ground> {
    const ekaCare = { settings: { api: { patch: 'all' } } } as const;
    return new Ground(await startSimulator({ ekaCare }), platform, subject);
  }

  get connection(): Connection {
    return this.#simulated.account.connection(this.#simulator.url);
  }

  /** @param trap where redirects lead */
  commit(fault: Fault, { login, ...place }: Place, trap: string): void {
    this.#before = this.#listed();
    const { answer, times } = fault;
    if (fault.tokenEnds === 'before') this.#endTokens();
    if (fault.tokenEnds === 'midway') this.#endTokensMidway();
    if (fault.loginDown === true) this.#closeLogin();
    if (answer === undefined) return;
    const { api } = this.#platform;
    const headers = Object.keys(api.authorize({ ...this.connection, accessToken: 'any' }));
    this.#simulated.apiFaults.add({
      fault: JSON.parse(JSON.stringify(answer).replace(elsewhere, trap)) as ApiFaultRule['fault'],
      ...place,
      ...(login === true ? {} : { headers }),
      ...(times === undefined ? {} : { times }),
    });
  }

  clear(): void {
    this.#simulated.apiFaults.clear();
  }

  /** The account with a token of its own, where the API wants one. */
  async logIn(): Promise<Connection> {
    const { api } = this.#platform;
    const login = api.session?.login(this.connection, Date.now());
    if (login === undefined) return this.connection;
    const client = clientFor(this.#platform, {}, api.baseUrl(this.connection));
    return { ...this.connection, ...(await converse(login, client)) };
  }

  /** Makes the webhook of a trigger for the event, as a host does. */
  async subscribe(targetUrl: string, event: string): Promise<void> {
    const connection = await this.logIn();
    await ensureSubscription(
      this.#wanted(connection, targetUrl, event),
      clientFor(this.#platform, connection),
    );
  }

  /** How the webhook of a trigger for the event is now. */
  async left(targetUrl: string, event: string): Promise<Left | 'several'> {
    const listed = this.#simulated.records().webhooks.filter(({ url }) => url === targetUrl);
    if (listed.length !== 1) return listed.length === 0 ? 'none' : 'several';
    if (await this.#isRight(targetUrl, event)) return 'right';
    return this.#listed() === this.#before ? 'old' : 'unfinished';
  }

  /** Back to the start. */
  reset(): void {
    this.#simulated.reset();
  }

  close(): Promise<void> {
    return this.#simulator.close();
  }

  #listed(): string {
    return JSON.stringify(this.#simulated.records().webhooks);
  }

  async #isRight(targetUrl: string, event: string): Promise<boolean> {
    const connection = await this.logIn();
    const wanted = this.#wanted(connection, targetUrl, event);
    const { problems } = await inspectSubscription(wanted, clientFor(this.#platform, connection));
    return problems.every((problem) => problem === 'secret-unknown');
  }

  #wanted(connection: Connection, targetUrl: string, event: string): InspectOptions {
    const [secret = ''] = derivedSecrets(this.#platform, connection, targetKey(targetUrl));
    const subscription = this.#platform.subscription as ApiSubscription;
    return { subscription, connection, targetUrl, events: [event], secret };
  }

  #endTokens(): void {
    const { ekaCare, halo } = this.#simulator.platforms;
    for (const { tokens } of [ekaCare, halo]) tokens.clear();
  }

  #endTokensMidway(): void {
    const stop = this.#simulator.feed.subscribe(({ type }) => {
      if (type !== 'api-request') return;
      stop();
      this.#endTokens();
    });
  }

  #closeLogin(): void {
    const fault = { kind: 'status', status: 503, retryAfter: 0 } as const;
    this.#simulated.apiFaults.add({ fault, path: this.#subject.loginPath ?? '/' });
  }
}
