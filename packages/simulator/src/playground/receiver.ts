import type { Platform } from '@carehooks/core';
import { explainDelivery, type Explanation } from '@carehooks/core/explain';
import { shownBody } from '../delivery/record.ts';
import type { Feed, FeedEvent } from '../feed.ts';
import type { ApiFaultRule } from '../api-faults/rule.ts';
import type { SimulatedPlatform } from '../platforms/platform.ts';
import type { Board } from './board.ts';
import { recordCalls, withApiFault } from './hosts/calls.ts';
import { compareItems } from './hosts/compare.ts';
import type { N8nSide } from './hosts/n8n.ts';
import { type HostOutcome, itemsOf } from './hosts/outcome.ts';
import { type ReceivedRequest, toDelivery } from './hosts/received-request.ts';
import type { TriggerSetting } from './hosts/trigger-setting.ts';
import type { ZapierSide } from './hosts/zapier.ts';
import type { HostRun, Run } from './run.ts';

export interface ReceiverParts {
  readonly platform: Platform;
  readonly simulated: SimulatedPlatform;
  readonly feed: Feed;
  readonly board: Board;
  readonly n8n: N8nSide;
  readonly zapier: ZapierSide;
}

/** What the hosts are to do with a request, and what is to go wrong meanwhile. */
export interface ReceiveOptions {
  readonly setting: TriggerSetting;
  readonly apiFault: ApiFaultRule | null;
}

interface Announced {
  readonly deliveryId: string;
  readonly attempt: number;
  readonly body: string;
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** For what was on its way while the platform was reset. */
const gone: Answer = { status: 410, body: 'The playground was reset.' };

/**
 * Takes the deliveries of one platform and gives each to both hosts. The platform gets n8n's answer: Zapier answers
 * every delivery with 200 before the app sees it.
 */
export class Receiver {
  readonly #parts: ReceiverParts;
  #announced: Announced[] = [];
  /** One after the other, so that every REST call belongs to one host. */
  #queue: Promise<void> = Promise.resolve();

  constructor(parts: ReceiverParts) {
    this.#parts = parts;
  }

  /** Remembers which attempts are on their way: the request itself does not say. */
  notice(event: FeedEvent): void {
    if (event.type === 'attempt-started') {
      const { deliveryId, attempt, request } = event;
      this.#announced.push({ deliveryId, attempt, body: request.body });
    }
    if (event.type === 'attempt-finished') {
      this.#announced = this.#announced.filter(({ deliveryId }) => deliveryId !== event.delivery.id);
    }
  }

  async receive(request: ReceivedRequest, options: ReceiveOptions): Promise<Answer> {
    const announced = this.#take(shownBody(request.body));
    if (announced !== undefined && !this.#parts.board.has(announced.deliveryId)) return gone;
    const { status, body, finish } = await this.#parts.n8n.receive(request, options.setting);
    // A request that the simulator did not send is answered, and has no place on the board.
    if (announced !== undefined) {
      const explanation = this.#explain(request, options);
      this.#queue = this.#queue.then(() =>
        this.#finish({ ...announced, explanation }, request, options, finish),
      );
    }
    return { status, body };
  }

  async #finish(
    { deliveryId, attempt, explanation }: Announced & Pick<Run, 'explanation'>,
    request: ReceivedRequest,
    options: ReceiveOptions,
    finish: () => Promise<HostOutcome>,
  ): Promise<void> {
    const { board, zapier: zap } = this.#parts;
    if (!board.has(deliveryId)) return;
    const n8n = await this.#work(options, finish);
    const zapier = await this.#work(options, () => zap.receive(request, options.setting));
    const differences = compareItems(itemsOf(n8n.outcome), itemsOf(zapier.outcome));
    board.putRun({ deliveryId, attempt, explanation, n8n, zapier, differences });
  }

  #explain(request: ReceivedRequest, { setting }: ReceiveOptions): Explanation {
    const { platform } = this.#parts;
    return explainDelivery(toDelivery(request, Date.now()), {
      platform,
      secrets: [{ label: 'current', value: setting.secret }],
      verification: { key: platform.signingKey?.(setting.connection) },
    });
  }

  async #work({ apiFault }: ReceiveOptions, work: () => Promise<HostOutcome>): Promise<HostRun> {
    const { feed, platform, simulated } = this.#parts;
    const { result, calls } = await recordCalls(feed, platform.id, () =>
      withApiFault(simulated.apiFaults, apiFault, work),
    );
    return { outcome: result, calls };
  }

  #take(body: string): Announced | undefined {
    const index = this.#announced.findIndex((one) => one.body === body);
    return index < 0 ? undefined : this.#announced.splice(index, 1)[0];
  }
}
