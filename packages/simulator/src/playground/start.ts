import { join } from 'node:path';
import { platforms } from '@carehooks/core';
import { loadN8nPackage } from '@carehooks/harness/n8n';
import { openZapierApp } from '@carehooks/harness/zapier';
import { Hono } from 'hono';
import { type Listening, listen } from '../http/listen.ts';
import { findSimulated } from '../platforms/index.ts';
import { createSimulation, type Simulation } from '../simulator.ts';
import { playgroundRoutes } from './routes.ts';
import { Stage } from './stage.ts';

export interface PlaygroundOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** Folder of the repository, whose built node and apps are run. */
  readonly root: string;
  /** How many times faster than real the pauses between attempts pass, until a person chooses. Default 1. */
  readonly clockFactor?: number;
}

/** Starts the simulator with the playground's pages in front of it. */
export async function startPlayground({ port, root, clockFactor }: PlaygroundOptions): Promise<Listening> {
  const simulation = createSimulation({
    fixtures: join(root, 'fixtures'),
    ...(clockFactor === undefined ? {} : { clockFactor }),
  });
  const app = new Hono();
  // The pages need the address that the server gets, so their routes come after it listens.
  app.all('*', (c) => inner.fetch(c.req.raw));
  let inner = simulation.app;
  const server = await listen(app, port, '127.0.0.1');
  const stages = await openStages(simulation, root, server.url).catch(async (error: unknown) => {
    await simulation.close();
    await server.close();
    throw error;
  });
  inner = new Hono().route('/', playgroundRoutes(stages)).route('/', simulation.app);
  simulation.feed.subscribe((event) =>
    stages.find(({ platform }) => platform.id === event.platform)?.notice(event),
  );
  return {
    url: server.url,
    async close() {
      await simulation.close();
      await Promise.all(stages.map((stage) => stage.close()));
      await server.close();
    },
  };
}

/** All of them, or none: what could be opened is closed again where another could not. */
async function openStages(simulation: Simulation, root: string, url: string): Promise<Stage[]> {
  const n8n = await loadN8nPackage(join(root, 'packages', 'n8n-nodes-carehooks'));
  const results = await Promise.allSettled(
    platforms.map(async (platform) => {
      const simulated = findSimulated(simulation.platforms, platform.id);
      const zip = join(root, 'packages', 'zapier-carehooks', 'build', `${platform.id}.zip`);
      const zapier = await openZapierApp(zip);
      return new Stage({ platform, simulated, simulation, n8n, zapier, url });
    }),
  );
  const stages = results.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failure = results.find((one) => one.status === 'rejected');
  if (failure === undefined) return stages;
  await Promise.all(stages.map((stage) => stage.close()));
  throw failure.reason;
}
