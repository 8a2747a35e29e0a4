import { freePort } from '../server/free-port.ts';
import type { N8nServer } from '../server/n8n-server.ts';
import { startQueueMode } from '../server/queue-mode.ts';
import { startN8n } from '../server/start.ts';
import { openGate } from './gate.ts';

/** An n8n that is put under stress. */
export interface Installation {
  readonly title: string;
  /** By name; `main` serves the editor and the API. */
  readonly processes: Readonly<Record<string, N8nServer>> & { readonly main: N8nServer };
  /** Where deliveries go to. */
  readonly deliveryUrl: string;
  /** What an operator does after a crash, so that every execution that was cut off shows as such. */
  recover(): Promise<void>;
  close(): Promise<void>;
}

/** As the documentation advises for many deliveries. */
const env = { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' };

/** One process with SQLite, as n8n comes, behind a proxy that knows when it is ready. */
export async function singleProcess(nodePackageTarball: string): Promise<Installation> {
  const port = await freePort();
  const gate = await openGate(`http://127.0.0.1:${port}`);
  const settings = { ...env, WEBHOOK_URL: `${gate.url}/` };
  const main = await startN8n({ nodePackageTarball, port, env: settings }).catch(async (error: unknown) => {
    await gate.close();
    throw error;
  });
  return {
    title: 'One process, SQLite',
    processes: { main },
    deliveryUrl: gate.url,
    // The restart after the crash did it already.
    recover: async () => undefined,
    async close() {
      await gate.close();
      await main.dispose();
    },
  };
}

/** Queue mode with PostgreSQL and Redis, where two workers share the executions. */
export async function twoWorkers(nodePackageTarball: string): Promise<Installation> {
  const queueMode = await startQueueMode({ workers: 2, nodePackageTarball, env });
  const { main, webhook, workers, recover, close } = queueMode;
  const named = Object.fromEntries(workers.map((worker, index) => [`worker ${index + 1}`, worker]));
  return {
    title: 'Queue mode, PostgreSQL and Redis, two workers',
    processes: { main, webhook, ...named },
    deliveryUrl: webhook.url,
    recover,
    close,
  };
}
