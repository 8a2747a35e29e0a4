import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type Delivery, normalizeHeaders } from '@carehooks/core';
import { CliError } from '../exit.ts';

/** A status to answer with, or no answer at all for as long as the platform waits. */
export type Reaction = number | 'hold';

export interface Arrival {
  readonly delivery: Delivery;
  /** What it was answered; null while it is held. */
  readonly status: number | null;
  /** Milliseconds after which the platform gave up. */
  readonly gaveUpAfter: number | null;
}

/** Milliseconds after which a request that is held is answered all the same. */
const longestHold = 60_000;

/** No delivery is larger. */
const bodyLimit = 20 * 1024 * 1024;

/** Takes deliveries on this machine. What comes to another path than its own is for somebody else. */
export class Receiver {
  readonly #path: string;
  readonly #hold: number;
  readonly #events = new EventEmitter();
  readonly #server = createServer((request, response) => void this.#take(request, response));
  readonly #arrivals: Arrival[] = [];
  #reactions: Reaction[] = [];

  /** @param hold milliseconds */
  constructor(path: string, hold = longestHold) {
    this.#path = path;
    this.#hold = hold;
  }

  get arrivals(): readonly Arrival[] {
    return this.#arrivals;
  }

  /** @returns the port */
  async listen(port: number): Promise<number> {
    this.#server.listen(port, '127.0.0.1');
    try {
      await once(this.#server, 'listening');
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new CliError(
        `Port ${port} cannot be listened on (${code ?? 'unknown'}).`,
        'Choose another --port.',
      );
    }
    return (this.#server.address() as AddressInfo).port;
  }

  /** How the next deliveries are answered, one after the other; all later ones are taken with 200. */
  react(reactions: readonly Reaction[]): void {
    this.#reactions = [...reactions];
  }

  /** Waits until something has changed. */
  async changed(signal: AbortSignal): Promise<void> {
    await once(this.#events, 'change', { signal });
  }

  async close(): Promise<void> {
    if (!this.#server.listening) return;
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const receivedAt = Date.now();
    // Not with URL, which throws for some of what may stand in a request line.
    const [, path, query] = /^([^?]*)\??(.*)$/s.exec(request.url ?? '') ?? [];
    if (path !== this.#path || Number(request.headers['content-length'] ?? 0) > bodyLimit) {
      response.writeHead(404).end();
      return;
    }
    // A request that breaks off is no delivery, and its sender hears of it by itself.
    const body = await buffer(request).catch(() => null);
    if (body === null) return;
    const delivery: Delivery = {
      method: request.method ?? '',
      headers: normalizeHeaders(request.headers),
      query: Object.fromEntries(new URLSearchParams(query)),
      body,
      receivedAt,
    };
    const reaction = this.#reactions.shift() ?? 200;
    const index = this.#arrivals.push({ delivery, status: null, gaveUpAfter: null }) - 1;
    if (reaction === 'hold') await this.#wait(index, response);
    else this.#answer(index, response, reaction);
  }

  #answer(index: number, response: ServerResponse, status: number): void {
    response.writeHead(status).end();
    this.#note(index, { status });
  }

  async #wait(index: number, response: ServerResponse): Promise<void> {
    this.#events.emit('change');
    const started = Date.now();
    try {
      await once(response, 'close', { signal: AbortSignal.timeout(this.#hold) });
      this.#note(index, { gaveUpAfter: Date.now() - started });
    } catch {
      // Only the time that runs out ends the waiting otherwise.
      this.#answer(index, response, 200);
    }
  }

  #note(index: number, news: Partial<Arrival>): void {
    const arrival = this.#arrivals[index];
    if (arrival !== undefined) this.#arrivals[index] = { ...arrival, ...news };
    this.#events.emit('change');
  }
}
