import type { FeedEvent } from '../feed.ts';
import { shownBody } from '../delivery/record.ts';
import type { RequestLog } from '../http/request-log.ts';
import type { Board } from './board.ts';
import type { Hosts, HostSettings, ReceivedRequest } from './hosts.ts';
import { compareItems } from './run.ts';

interface Announced {
  readonly deliveryId: string;
  readonly attempt: number;
  readonly body: string;
}

/**
 * Takes the deliveries of one platform and gives each to both hosts. The platform gets n8n's answer: Zapier answers
 * every delivery with 200 before the app sees it.
 */
export class Receiver {
  readonly #hosts: Hosts;
  readonly #board: Board;
  readonly #requests: RequestLog;
  readonly #announced: Announced[] = [];
  /** One after the other, so that every REST call belongs to one host. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(hosts: Hosts, board: Board, requests: RequestLog) {
    this.#hosts = hosts;
    this.#board = board;
    this.#requests = requests;
  }

  /** Remembers which attempt is on its way: the request itself does not say. */
  announce(event: Extract<FeedEvent, { type: 'attempt-started' }>): void {
    this.#announced.push({ deliveryId: event.deliveryId, attempt: event.attempt, body: event.request.body });
  }

  async receive(request: ReceivedRequest, settings: HostSettings): Promise<{ status: number; body: string }> {
    const reply = await this.#hosts.receiveInN8n(request, settings);
    const work = this.#queue.then(() => this.#finish(request, settings, reply.finish));
    this.#queue = work.catch(() => undefined);
    return { status: reply.status, body: reply.body };
  }

  async #finish(
    request: ReceivedRequest,
    settings: HostSettings,
    finishN8n: () => ReturnType<Hosts['receiveInZapier']>,
  ): Promise<void> {
    const announced = this.#take(shownBody(request.body));
    const start = this.#requests.list().length;
    const n8n = await finishN8n();
    const between = this.#requests.list().length;
    const zapier = await this.#hosts.receiveInZapier(request, settings);
    const calls = this.#requests.list();
    if (announced === undefined) return;
    this.#board.putRun({
      deliveryId: announced.deliveryId,
      attempt: announced.attempt,
      n8n,
      zapier,
      calls: { n8n: calls.slice(start, between), zapier: calls.slice(between) },
      differences: compareItems(n8n.items, zapier.items),
    });
  }

  #take(body: string): Announced | undefined {
    const index = this.#announced.findIndex((one) => one.body === body);
    return index < 0 ? undefined : this.#announced.splice(index, 1)[0];
  }
}
