import { join } from 'node:path';
import { type Platform, platforms } from '@carehooks/core';
import { loadN8nPackage, type N8nHost } from '@carehooks/harness/n8n';
import { openZapierApp } from '@carehooks/harness/zapier';
import { Hono } from 'hono';
import { type Listening, listen } from '../http/listen.ts';
import type { SimulatedPlatform } from '../platforms/platform.ts';
import { createSimulation, type Simulation } from '../simulator.ts';
import { Hosts } from './hosts.ts';
import { playgroundRoutes } from './routes.ts';
import { Stage } from './stage.ts';

export interface PlaygroundOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** Folder of the repository, whose built node and apps are run. */
  readonly root: string;
}

/** Starts the simulator with the playground's pages in front of it. */
export async function startPlayground({ port, root }: PlaygroundOptions): Promise<Listening> {
  const simulation = createSimulation();
  const app = new Hono();
  // The pages need the address that the server gets, so their routes come after it listens.
  app.all('*', (c) => inner.fetch(c.req.raw));
  let inner = simulation.app;
  const server = await listen(app, port, '127.0.0.1');
  const stages = await openStages(simulation, root, server.url);
  inner = new Hono().route('/', playgroundRoutes(stages)).route('/', simulation.app);
  showDeliveries(simulation, stages);
  return {
    url: server.url,
    async close() {
      await simulation.close();
      await Promise.all(stages.map(({ hosts }) => hosts.close()));
      await server.close();
    },
  };
}

async function openStages(simulation: Simulation, root: string, url: string): Promise<Stage[]> {
  const n8n = await loadN8nPackage(join(root, 'packages', 'n8n-nodes-carehooks'));
  return Promise.all(
    platforms.map(async (platform) => {
      const hosts = await openHosts(platform, n8n, root, url);
      return new Stage(platform, simulationOf(platform, simulation), hosts, url);
    }),
  );
}

async function openHosts(platform: Platform, n8n: N8nHost, root: string, url: string): Promise<Hosts> {
  const zip = join(root, 'packages', 'zapier-carehooks', 'build', `${platform.id}.zip`);
  return new Hosts(platform, n8n, await openZapierApp(zip), url);
}

function simulationOf(platform: Platform, simulation: Simulation): SimulatedPlatform {
  const all: readonly SimulatedPlatform[] = Object.values(simulation.platforms);
  const simulated = all.find(({ id }) => id === platform.id);
  if (simulated === undefined) throw new Error(`No simulation of ${platform.name} is registered.`);
  return simulated;
}

function showDeliveries(simulation: Simulation, stages: readonly Stage[]): void {
  simulation.feed.subscribe((event) => {
    const stage = stages.find(({ platform }) => platform.id === event.platform);
    if (event.type === 'attempt-started') stage?.receiver.announce(event);
    if ('delivery' in event) stage?.board.putDelivery(event.delivery);
  });
}
