import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { e2ePath } from '../paths.ts';
import type { Release } from './release.ts';

/** What an install is made from, in this order. */
export const serverFiles = ['package.json', 'package-lock.json'] as const;

/** A committed file that says what a server is. */
export function serverFile(release: Release, file: (typeof serverFiles)[number]): string {
  return e2ePath('servers', `n8n-${release}`, file);
}

/** The n8n version that the committed manifest asks for. */
export function serverVersion(release: Release): string {
  const manifest = JSON.parse(readFileSync(serverFile(release, 'package.json'), 'utf8')) as {
    dependencies: { n8n: string };
  };
  return manifest.dependencies.n8n;
}

/** Where this exact server belongs: a changed manifest, lockfile or kind of machine gives another folder. */
export function serverCacheFolder(release: Release): string {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
  for (const file of serverFiles) hash.update(readFileSync(serverFile(release, file)));
  return join(cacheRoot(), `n8n-${serverVersion(release)}-${hash.digest('hex').slice(0, 10)}`);
}

function cacheRoot(): string {
  const own = process.env.CAREHOOKS_CACHE;
  if (own !== undefined && own !== '') return resolve(own);
  const base = process.env.XDG_CACHE_HOME;
  return join(base !== undefined && base !== '' ? base : join(homedir(), '.cache'), 'carehooks');
}
