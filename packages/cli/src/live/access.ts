import {
  type Client,
  type Connection,
  converse,
  type Exchange,
  type Http,
  type HttpRequest,
  Interruption,
  type Platform,
} from '@carehooks/core';
import { clientFor, logIn } from '../account/client.ts';
import { clock } from '../clock.ts';
import { http } from '../http.ts';
import type { Account } from './check.ts';

/** The platform's API for the time of a run. Remembers what headers answers had, by their names. */
export class Access {
  readonly #platform: Platform;
  readonly #entered: Connection;
  readonly #transport: Http;
  readonly #headerNames = new Set<string>();
  #loggedIn: Connection | undefined;

  constructor(platform: Platform, entered: Connection, transport: Http = http) {
    this.#platform = platform;
    this.#entered = entered;
    this.#transport = async (request) => {
      const answer = await transport(request);
      for (const name of Object.keys(answer.headers)) this.#headerNames.add(name);
      return answer;
    };
  }

  get headerNames(): readonly string[] {
    return [...this.#headerNames];
  }

  /**
   * The account, logged in.
   *
   * @param settings other values than were entered; they are logged in with anew
   * @throws TriggerError `base-url-invalid` or an `api-…` code
   */
  async account(settings?: Connection): Promise<Account> {
    const connection = await (settings === undefined ? this.#session() : this.#logIn(settings));
    return { platform: this.#platform, connection, now: clock.now() };
  }

  /**
   * Holds a conversation that may only read.
   *
   * @throws TriggerError with an `api-…` code; Interruption for a request that is not GET, which is not sent
   */
  read<Result>(exchange: Exchange<Result>, { connection }: Account): Promise<Result> {
    const transport: Http = (request) => this.#transport(requireGet(request));
    return converse(exchange, clientFor(this.#platform, connection, transport));
  }

  /** Holds a conversation that may make, change and delete. */
  write<Result>(exchange: Exchange<Result>, { connection }: Account): Promise<Result> {
    return converse(exchange, this.client(connection));
  }

  /** For what the core does by itself. */
  client(connection: Connection): Client {
    return clientFor(this.#platform, connection, this.#transport);
  }

  /** Logged in once, and again where the token is at its end: people take their time. */
  async #session(): Promise<Connection> {
    const expiry = Date.parse(this.#loggedIn?.['expiresAt'] ?? '');
    if (this.#loggedIn === undefined || expiry <= clock.now()) this.#loggedIn = await this.#logIn({});
    return this.#loggedIn;
  }

  #logIn(settings: Connection): Promise<Connection> {
    return logIn(this.#platform, { ...this.#entered, ...settings }, this.#transport);
  }
}

function requireGet(request: HttpRequest): HttpRequest {
  if (request.method === 'GET') return request;
  throw new Interruption(`A check that only asks the API must not send ${request.method}.`);
}
