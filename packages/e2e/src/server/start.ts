import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { n8nEnvironment } from './environment.ts';
import { freePort } from './free-port.ts';
import { ensureServer } from './install.ts';
import { N8nServer } from './n8n-server.ts';
import { installNodePackage } from './node-package.ts';
import { chosenRelease, type Release } from './release.ts';
import { type N8nRole, portSettings } from './role.ts';

export interface StartOptions {
  /** Default: what `CAREHOOKS_N8N` says, or the newest. */
  release?: Release;
  /** A free one when left out. */
  port?: number;
  /** A fresh temporary folder when left out, which `dispose()` deletes. */
  userFolder?: string;
  /** Environment variables over those every test server has. */
  env?: Record<string, string>;
  /** A packed community node to install before the start. */
  nodePackageTarball?: string;
  /** Default `main`, which by itself does everything. */
  role?: N8nRole;
  /** Options of Node itself, such as `--inspect`. What the server starts does not get them. */
  nodeOptions?: readonly string[];
}

/** Starts a real n8n server, installing it first when this machine does not have it yet. */
export async function startN8n(options: StartOptions = {}): Promise<N8nServer> {
  const { release = chosenRelease() } = options;
  const { node, entry } = await ensureServer(release);
  const userFolder = options.userFolder ?? mkdtempSync(join(tmpdir(), 'carehooks-n8n-'));
  mkdirSync(userFolder, { recursive: true });
  const { role = 'main' } = options;
  const port = options.port ?? (await freePort());
  const env = n8nEnvironment({ release, node, userFolder, port, brokerPort: await freePort() });
  const server = new N8nServer({
    node,
    entry,
    userFolder,
    url: `http://127.0.0.1:${port}`,
    env: { ...env, ...portSettings(role, port), ...options.env },
    ownsUserFolder: options.userFolder === undefined,
    role,
    nodeOptions: options.nodeOptions ?? [],
  });
  try {
    const { nodePackageTarball } = options;
    if (nodePackageTarball !== undefined) await installNodePackage(userFolder, nodePackageTarball);
    await server.start();
  } catch (error) {
    await server.dispose();
    throw error;
  }
  return server;
}
