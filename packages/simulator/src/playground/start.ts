import { join } from 'node:path';
import { type Platform, platforms } from '@carehooks/core';
import { loadN8nPackage } from '@carehooks/harness/n8n';
import { openZapierApp } from '@carehooks/harness/zapier';
import { type Listening, listen } from '../http/listen.ts';
import type { SimulatedPlatform } from '../platforms/platform.ts';
import { createSimulation, type Simulation } from '../simulator.ts';
import { Board } from './board.ts';
import { Hosts } from './hosts.ts';
import { Receiver } from './receiver.ts';
import { playgroundRoutes, type Stage } from './routes.ts';

export interface PlaygroundOptions {
  readonly port: number;
  /** Folder of the repository, whose built node and apps are run. */
  readonly root: string;
}

/** Starts the simulator with the playground's page in front of it. */
export async function startPlayground({ port, root }: PlaygroundOptions): Promise<Listening> {
  const simulation = createSimulation();
  const board = new Board();
  const [platform] = platforms;
  if (platform === undefined) throw new Error('The registry of platforms is empty.');
  const hosts = await openHosts(platform, root);
  const stage = createStage(platform, simulation, hosts, board);
  simulation.app.route('/', playgroundRoutes(stage, board));
  showDeliveries(simulation, stage.receiver, board);
  const server = await listen(simulation.app, port, '127.0.0.1');
  connect(stage, server.url);
  return {
    url: server.url,
    async close() {
      await simulation.close();
      await hosts.close();
      await server.close();
    },
  };
}

async function openHosts(platform: Platform, root: string): Promise<Hosts> {
  const packages = join(root, 'packages');
  const n8n = await loadN8nPackage(join(packages, 'n8n-nodes-carehooks'));
  const zapier = await openZapierApp(join(packages, 'zapier-carehooks', 'build', `${platform.id}.zip`));
  return new Hosts(platform, n8n, zapier);
}

function createStage(platform: Platform, simulation: Simulation, hosts: Hosts, board: Board): Stage {
  const simulated: SimulatedPlatform | undefined = Object.values(simulation.platforms).find(
    (candidate: SimulatedPlatform) => candidate.id === platform.id,
  );
  if (simulated === undefined) throw new Error(`No simulation of ${platform.name} is registered.`);
  return {
    platform,
    simulated,
    receiver: new Receiver(hosts, board, simulated.requests),
    settings: { secret: '', connection: {}, relations: [], output: 'full' },
    bodyOf: (event) => {
      const body = JSON.stringify(platform.samples.fixtures[event] ?? {}, null, 2);
      return Buffer.from(simulated.account.renew(Buffer.from(body), new Date())).toString();
    },
  };
}

/** Registers the playground's own webhook, as a person would in the platform's settings. */
function connect(stage: Stage, url: string): void {
  const { account } = stage.simulated;
  const secret = account.register(`${url}/playground/${stage.platform.id}/hook`);
  stage.settings = { ...stage.settings, secret, connection: account.connection(url) };
}

function showDeliveries(simulation: Simulation, receiver: Receiver, board: Board): void {
  simulation.feed.subscribe((event) => {
    if (event.type === 'attempt-started') receiver.announce(event);
    if ('delivery' in event) board.putDelivery(event.delivery);
  });
}
