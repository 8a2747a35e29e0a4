import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { triggerNode, type TriggerNode, type TriggerOptions } from '../src/client/workflow.ts';
import { packPackage } from '../src/pack.ts';
import { e2ePath } from '../src/paths.ts';
import type { N8nServer } from '../src/server/n8n-server.ts';
import { startN8n } from '../src/server/start.ts';

/** The first run on a machine installs n8n, and perhaps a compiler before that. */
export const FIRST_RUN_MS = 15 * 60_000;

/** A server with the ping trigger installed from its tarball. */
export async function startPingServer(): Promise<N8nServer> {
  const nodePackageTarball = await packPackage(e2ePath('test', 'fixtures', 'n8n-nodes-ping'));
  const server = await startN8n({ nodePackageTarball });
  rmSync(dirname(nodePackageTarball), { recursive: true });
  return server;
}

/** A ping trigger with an address of its own. */
export function pingTrigger(
  name: string,
  more: Pick<TriggerOptions, 'parameters' | 'credentials'> = {},
): TriggerNode {
  return triggerNode({ type: 'n8n-nodes-ping.pingTrigger', typeVersion: 2, name, ...more });
}
