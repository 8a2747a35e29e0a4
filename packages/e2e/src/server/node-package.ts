import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from '../machine/run-npm.ts';

/**
 * Installs a packed community node the way n8n's own documentation has users do it by hand.
 * https://docs.n8n.io/integrations/community-nodes/installation/manual-install/
 * Peers are left out: n8n gives nodes its own n8n-workflow.
 */
export async function installNodePackage(userFolder: string, tarball: string): Promise<void> {
  const folder = join(userFolder, '.n8n', 'nodes');
  mkdirSync(folder, { recursive: true });
  const flags = ['--omit=dev', '--ignore-scripts', '--legacy-peer-deps', '--prefix', folder];
  await runNpm(['install', ...flags, tarball], { cwd: folder });
}
