import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { e2ePath } from '../paths.ts';

/** The n8n version that the committed server folder asks for. */
export function serverVersion(): string {
  const manifest = JSON.parse(readFileSync(e2ePath('server', 'package.json'), 'utf8')) as {
    dependencies: { n8n: string };
  };
  return manifest.dependencies.n8n;
}

/** Where this exact server belongs: a changed manifest, lockfile or kind of machine gives another folder. */
export function serverCacheFolder(): string {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
  for (const file of ['package.json', 'package-lock.json'])
    hash.update(readFileSync(e2ePath('server', file)));
  return join(cacheRoot(), `n8n-${serverVersion()}-${hash.digest('hex').slice(0, 10)}`);
}

function cacheRoot(): string {
  const own = process.env.CAREHOOKS_CACHE;
  if (own !== undefined && own !== '') return resolve(own);
  const base = process.env.XDG_CACHE_HOME;
  return join(base !== undefined && base !== '' ? base : join(homedir(), '.cache'), 'carehooks');
}
