import type { Platform } from '@carehooks/core';
import type { SimulatedPlatform } from '../platforms/platform.ts';
import { Board } from './board.ts';
import type { Hosts, HostSettings } from './hosts.ts';
import { Receiver } from './receiver.ts';

/** One platform in the playground: its simulation, the hosts that take its deliveries, and what came of them. */
export class Stage {
  readonly platform: Platform;
  readonly simulated: SimulatedPlatform;
  readonly hosts: Hosts;
  readonly board = new Board();
  readonly receiver: Receiver;
  /** Changed by the form each time that it fires. */
  settings: HostSettings;

  constructor(platform: Platform, simulated: SimulatedPlatform, hosts: Hosts, url: string) {
    this.platform = platform;
    this.simulated = simulated;
    this.hosts = hosts;
    this.receiver = new Receiver(hosts, this.board, simulated.requests);
    // The playground's own webhook, as a person or the host would make it.
    const secret = simulated.account.register(hosts.targetUrl);
    const connection = simulated.account.connection(url);
    this.settings = { secret, connection, relations: [], output: 'full' };
  }

  /** The event that the page starts with. */
  get firstEvent(): string {
    const { events } = this.platform;
    const completed = events.find(({ type }) => type.endsWith('.completed'));
    return (completed ?? events[0])?.type ?? '';
  }

  /** A recorded body of the event, telling of a change just now. */
  bodyOf(event: string): string {
    const body = JSON.stringify(this.platform.samples.fixtures[event] ?? {}, null, 2);
    return Buffer.from(this.simulated.account.renew(Buffer.from(body), new Date())).toString();
  }
}
