import { type Simulator, startSimulator } from '@carehooks/simulator';
import { N8nClient } from '../../src/client/n8n-client.ts';
import { withNodePackage } from '../../src/pack.ts';
import type { N8nServer } from '../../src/server/n8n-server.ts';
import { startN8n, type StartOptions } from '../../src/server/start.ts';

/** A fresh n8n with the packed node installed as a user would, its owner logged in, and the simulated platforms. */
export interface Stage {
  readonly server: N8nServer;
  readonly client: N8nClient;
  readonly simulator: Simulator;
  close(): Promise<void>;
}

/** @param options which n8n it is, and settings of it beside the usual ones */
export async function setStage(options: Pick<StartOptions, 'release' | 'env'> = {}): Promise<Stage> {
  const server = await withNodePackage((nodePackageTarball) => startN8n({ ...options, nodePackageTarball }));
  try {
    const client = await N8nClient.connect(server.url);
    // Retries follow within a second instead of minutes.
    const simulator = await startSimulator({ clockFactor: 50 });
    return {
      server,
      client,
      simulator,
      async close() {
        await simulator.close();
        await server.dispose();
      },
    };
  } catch (error) {
    await server.dispose();
    throw error;
  }
}
