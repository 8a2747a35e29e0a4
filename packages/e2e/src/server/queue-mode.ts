import { randomBytes } from 'node:crypto';
import type { BackingService } from './backing-service.ts';
import { freePort } from './free-port.ts';
import type { N8nServer } from './n8n-server.ts';
import { postgresUser, startPostgres } from './postgres.ts';
import { startRedis } from './redis.ts';
import { startN8n } from './start.ts';

export interface QueueModeOptions {
  readonly workers: number;
  readonly nodePackageTarball: string;
  /** Settings of all processes beside the usual ones. */
  readonly env?: Record<string, string>;
}

/** One n8n of several processes: https://docs.n8n.io/hosting/scaling/queue-mode/ */
export interface QueueMode {
  readonly main: N8nServer;
  readonly workers: readonly N8nServer[];
  /** Takes all deliveries. */
  readonly webhook: N8nServer;
  /** What an operator does when a worker died, so that no execution stays in the queue that nobody works on. */
  recover(): Promise<void>;
  close(): Promise<void>;
}

/** Jobs of dead workers leave the queue; whose execution has no job any more, n8n marks as crashed. */
const stalledJobsAreDropped = { QUEUE_WORKER_STALLED_INTERVAL: '1000' };

/** Starts Redis, PostgreSQL, and n8n in processes that have nothing but these and their key in common. */
export async function startQueueMode(options: QueueModeOptions): Promise<QueueMode> {
  const started: Array<{ stop(): Promise<void> }> = [];
  const keep = <Stoppable extends { stop(): Promise<void> }>(one: Stoppable): Stoppable => {
    started.unshift(one);
    return one;
  };
  const close = async () => {
    for (const one of started) await one.stop();
  };
  try {
    const redis = keep(await startRedis());
    const postgres = keep(await startPostgres());
    const webhookPort = await freePort();
    const env = { ...queueSettings(redis, postgres, webhookPort), ...options.env };
    const { nodePackageTarball } = options;
    const start = async (role: 'main' | 'worker' | 'webhook', port?: number) => {
      const server = await startN8n({
        nodePackageTarball,
        env,
        role,
        ...(port === undefined ? {} : { port }),
      });
      keep({ stop: () => server.dispose() });
      return server;
    };
    // Main makes the tables, which the others expect.
    const main = await start('main');
    const [webhook, ...workers] = await Promise.all([
      start('webhook', webhookPort),
      ...Array.from({ length: options.workers }, () => start('worker')),
    ]);
    const recover = async () => {
      // First those that would overwrite such an execution with an error, and with it what it was about.
      await Promise.all([main.restart(), webhook.restart()]);
      await Promise.all(workers.map((worker) => worker.restart(stalledJobsAreDropped)));
    };
    return { main, workers, webhook, recover, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function queueSettings(
  redis: BackingService,
  postgres: BackingService,
  webhookPort: number,
): Record<string, string> {
  return {
    EXECUTIONS_MODE: 'queue',
    N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
    // Where triggers tell their platforms to deliver to.
    WEBHOOK_URL: `http://127.0.0.1:${webhookPort}/`,
    QUEUE_BULL_REDIS_HOST: '127.0.0.1',
    QUEUE_BULL_REDIS_PORT: String(redis.port),
    // Else n8n throws away what an execution was about whose worker died, and nobody can run it again.
    QUEUE_WORKER_STALLED_INTERVAL: '0',
    QUEUE_WORKER_LOCK_DURATION: '10000',
    QUEUE_WORKER_LOCK_RENEW_TIME: '3000',
    // What is left in the queue without a worker is found out about in seconds instead of hours.
    N8N_EXECUTIONS_QUEUE_RECOVERY_INTERVAL: '0.2',
    DB_TYPE: 'postgresdb',
    DB_POSTGRESDB_HOST: '127.0.0.1',
    DB_POSTGRESDB_PORT: String(postgres.port),
    DB_POSTGRESDB_DATABASE: 'postgres',
    DB_POSTGRESDB_USER: postgresUser,
  };
}
