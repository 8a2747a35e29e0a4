import { Hono } from 'hono';
import { createClock, type SimulatorClock } from './clock.ts';
import { DeliveryEngine } from './delivery/engine.ts';
import { DeliveryLog } from './delivery/log.ts';
import { Feed } from './feed.ts';
import { type Fixtures, openFixtures } from './fixtures.ts';
import { answerProblem } from './http/problem.ts';
import { listen } from './http/listen.ts';
import { adminRoutes } from './platforms/admin.ts';
import { createPlatforms, type PlatformOptions, type Platforms } from './platforms/index.ts';
import type { SimulatedPlatform } from './platforms/platform.ts';

export interface SimulationOptions extends PlatformOptions {
  /** How many times faster than real the pauses between attempts pass. Default 1. */
  readonly clockFactor?: number;
  /** From 0 up to 1, for jitter. Default `Math.random`. */
  readonly random?: () => number;
  /** Folder of the fixtures. Default: the workspace's. */
  readonly fixtures?: string;
}

/** The platforms without a server, for whoever adds routes of their own before serving `app`. */
export interface Simulation {
  readonly app: Hono;
  readonly platforms: Platforms;
  readonly feed: Feed;
  readonly clock: SimulatorClock;
  readonly fixtures: Fixtures;
  /** Waits until no delivery is on its way any more. */
  settled(): Promise<void>;
  /** Puts every platform back to its start. */
  reset(): void;
  /** Gives up deliveries that are on their way. */
  close(): Promise<void>;
}

export interface SimulatorOptions extends SimulationOptions {
  /** Default 0: a free one. */
  readonly port?: number;
  /** Default `127.0.0.1`. There is no authentication on the dashboards, so keep it on this machine. */
  readonly hostname?: string;
}

export interface Simulator extends Simulation {
  /** Without a trailing slash, e.g. `http://127.0.0.1:4600`. */
  readonly url: string;
}

/** Puts the platforms together. It listens nowhere yet. */
export function createSimulation(options: SimulationOptions = {}): Simulation {
  const { clockFactor = 1, random = Math.random } = options;
  const clock = createClock(clockFactor);
  const feed = new Feed();
  const log = new DeliveryLog();
  const engine = new DeliveryEngine({ clock, feed, log, random });
  const fixtures = openFixtures(options.fixtures);
  const closing = new AbortController();
  const platforms = createPlatforms({ engine, log, feed, clock, fixtures, closing: closing.signal }, options);
  const app = new Hono();
  app.onError(answerProblem);
  const all: readonly SimulatedPlatform[] = Object.values(platforms);
  for (const platform of all) {
    app.route(`/${platform.id}/admin`, adminRoutes(platform, fixtures));
    app.route(`/${platform.id}`, platform.routes);
  }
  return {
    app,
    platforms,
    feed,
    clock,
    fixtures,
    settled: () => engine.settled(),
    reset: () => all.forEach((platform) => platform.reset()),
    async close() {
      closing.abort();
      await engine.close();
    },
  };
}

/**
 * Starts a server that stands in for the platforms: their REST APIs, a way to register webhooks, and deliveries that
 * are signed, retried and, if asked, faulty. It logs nothing; the feed and the logs tell what happened.
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { port = 0, hostname = '127.0.0.1' } = options;
  const simulation = createSimulation(options);
  const server = await listen(simulation.app, port, hostname);
  return {
    ...simulation,
    url: server.url,
    async close() {
      await simulation.close();
      await server.close();
    },
  };
}
