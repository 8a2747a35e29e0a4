import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Simulator, startSimulator } from '@carehooks/simulator';
import { N8nClient } from '../src/client/n8n-client.ts';
import { packNodePackage } from '../src/pack.ts';
import type { N8nServer } from '../src/server/n8n-server.ts';
import { startN8n } from '../src/server/start.ts';

/** A fresh n8n with the packed node installed as a user would, its owner logged in, and the simulated platforms. */
export interface Stage {
  readonly server: N8nServer;
  readonly client: N8nClient;
  readonly simulator: Simulator;
  close(): Promise<void>;
}

/** @param env settings of n8n beside the usual ones */
export async function setStage(env: Record<string, string> = {}): Promise<Stage> {
  const nodePackageTarball = await packNodePackage();
  const server = await startN8n({ nodePackageTarball, env });
  rmSync(dirname(nodePackageTarball), { recursive: true });
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
}
