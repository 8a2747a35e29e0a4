import { delimiter, dirname } from 'node:path';
import { findExecutable } from '../machine/find-executable.ts';
import { withProgress } from '../progress.ts';
import { runNpm } from '../machine/run-npm.ts';
import { installSystemPackages } from '../machine/system-packages.ts';
import { nodeHome, serverNode } from './server-node.ts';

/**
 * Compiles sqlite3, the only native part an n8n server with SQLite cannot do without.
 * From the sources in its package, which the lockfile vouches for: its own installer would first look for a
 * ready-made binary elsewhere, which nothing vouches for and which not every machine can reach.
 */
export async function buildSqlite(serverFolder: string): Promise<void> {
  await ensureCompiler();
  const node = serverNode(serverFolder);
  await withProgress('Building sqlite3 (about 1 minute, once)', () =>
    runNpm(['rebuild', 'sqlite3'], {
      cwd: serverFolder,
      env: {
        PATH: [dirname(node), process.env.PATH].join(delimiter),
        npm_config_build_from_source: 'true',
        // The headers lie beside the packaged Node; built against another Node's, the result would crash.
        npm_config_nodedir: nodeHome(node),
      },
    }),
  );
}

async function ensureCompiler(): Promise<void> {
  const tools = [findExecutable('c++', 'g++', 'clang++'), findExecutable('make'), findExecutable('python3')];
  if (tools.includes(undefined))
    await installSystemPackages(['build-essential', 'python3'], 'Building sqlite3');
}
