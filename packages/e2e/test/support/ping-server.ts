import { triggerNode, type TriggerNode, type TriggerOptions } from '../../src/client/workflow.ts';
import { withPackage } from '../../src/pack.ts';
import { e2ePath } from '../../src/paths.ts';
import type { N8nServer } from '../../src/server/n8n-server.ts';
import { startN8n } from '../../src/server/start.ts';

/** The first run on a machine installs n8n, and perhaps a compiler before that. */
export const FIRST_RUN_MS = 15 * 60_000;

/** A server with the ping trigger installed from its tarball. */
export function startPingServer(): Promise<N8nServer> {
  return withPackage(e2ePath('test', 'fixtures', 'n8n-nodes-ping'), (nodePackageTarball) =>
    startN8n({ nodePackageTarball }),
  );
}

/** A ping trigger with an address of its own. */
export function pingTrigger(
  name: string,
  more: Pick<TriggerOptions, 'parameters' | 'credentials'> = {},
): TriggerNode {
  return triggerNode({ type: 'n8n-nodes-ping.pingTrigger', typeVersion: 2, name, ...more });
}
