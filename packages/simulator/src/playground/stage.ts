import type { Platform } from '@carehooks/core';
import type { N8nHost } from '@carehooks/harness/n8n';
import type { ZapierApp } from '@carehooks/harness/zapier';
import type { FeedEvent } from '../feed.ts';
import type { ApiFaultRule } from '../api-faults/rule.ts';
import { Refusal } from '../refusal.ts';
import type { SimulatedPlatform } from '../platforms/platform.ts';
import type { Simulation } from '../simulator.ts';
import { apiFaultChoices } from './api-fault-choices.ts';
import { Board } from './board.ts';
import type { FireRequest } from './fire-request.ts';
import { N8nSide } from './hosts/n8n.ts';
import type { ReceivedRequest } from './hosts/received-request.ts';
import { ZapierSide } from './hosts/zapier.ts';
import { type ReceiveOptions, Receiver } from './receiver.ts';
import { RecordChanges } from './record-changes.ts';
import { RecordedBodies } from './recorded-bodies.ts';

export interface StageParts {
  readonly platform: Platform;
  readonly simulated: SimulatedPlatform;
  readonly simulation: Pick<Simulation, 'clock' | 'feed' | 'fixtures'>;
  readonly n8n: N8nHost;
  readonly zapier: ZapierApp;
  /** Of the playground. */
  readonly url: string;
}

/** One platform in the playground: its simulation, the hosts that take its deliveries, and what came of them. */
export class Stage {
  readonly platform: Platform;
  readonly simulated: SimulatedPlatform;
  readonly simulation: StageParts['simulation'];
  readonly board = new Board();
  readonly recordChanges = new RecordChanges();
  readonly bodies: RecordedBodies;
  /** Where the platform delivers to. */
  readonly targetUrl: string;
  readonly #n8n: N8nSide;
  readonly #zapier: ZapierSide;
  readonly #receiver: Receiver;
  readonly #url: string;
  /** Changed by the form each time that it fires. */
  #options: ReceiveOptions;

  constructor({ platform, simulated, simulation, n8n, zapier, url }: StageParts) {
    this.platform = platform;
    this.simulated = simulated;
    this.simulation = simulation;
    this.bodies = new RecordedBodies(platform.id, simulation.fixtures, simulated.account);
    this.#url = url;
    this.#n8n = new N8nSide(platform, n8n, url);
    this.targetUrl = this.#n8n.targetUrl;
    this.#zapier = new ZapierSide(platform, zapier, this.targetUrl);
    const { board } = this;
    const { feed } = simulation;
    const hosts = { n8n: this.#n8n, zapier: this.#zapier };
    this.#receiver = new Receiver({ platform, simulated, feed, board, ...hosts });
    this.#options = this.#connect();
  }

  /** The event that the page starts with. */
  get firstEvent(): string {
    return this.platform.events[0]?.type ?? '';
  }

  /**
   * Makes the events happen.
   *
   * @throws Refusal when they cannot
   */
  fire(request: FireRequest): void {
    const { event, relations, output, onFailure, apiFault, together, faults, speed } = request;
    const bodies = this.bodies.bodiesFor(request);
    const setting = { ...this.#options.setting, relations, output, onFailure };
    this.#options = { setting, apiFault: this.#apiFaultFor(apiFault) };
    this.simulation.clock.setFactor(speed);
    const { deliveries } = this.board.together(() =>
      this.simulated.fire(event, { bodies, faults, ...(together ? { together } : {}) }),
    );
    if (deliveries.length === 0) {
      throw new Refusal(
        `No webhook wants the event "${event}". Choose another event, or reset the platform.`,
      );
    }
  }

  /** What happens in the simulator. */
  notice(event: FeedEvent): void {
    this.#receiver.notice(event);
    this.recordChanges.notice(event);
    if (event.type === 'delivery-queued') this.board.add(event.delivery);
    else if ('delivery' in event) this.board.update(event.delivery);
  }

  receive(request: ReceivedRequest): ReturnType<Receiver['receive']> {
    return this.#receiver.receive(request, this.#options);
  }

  /** Everything back to its start: the platform, the memory of the hosts, and the board. */
  reset(): void {
    this.simulated.reset();
    this.#n8n.forget();
    this.#zapier.forget();
    this.#options = this.#connect();
    this.board.clear();
  }

  async close(): Promise<void> {
    await this.#zapier.close();
  }

  /** Makes the playground's own webhook, as a person or the host would. */
  #connect(): ReceiveOptions {
    const { account } = this.simulated;
    const secret = account.register(this.targetUrl);
    const connection = account.connection(this.#url);
    const setting = { secret, connection, relations: [], output: 'full', onFailure: 'keep' } as const;
    return { setting, apiFault: null };
  }

  /** Logins pass, so that the fault meets the records alone. */
  #apiFaultFor(choice: string | null): ApiFaultRule | null {
    const chosen = apiFaultChoices[choice ?? ''];
    if (chosen === undefined) return null;
    const connection = { ...this.#options.setting.connection, accessToken: 'any' };
    return { ...chosen.rule, headers: Object.keys(this.platform.api.authorize(connection)) };
  }
}
