import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBelow } from '../packages/harness/src/tarball.ts';
import { published, tarballList, withUnpacked } from './published.ts';

/** Writes down which files the tarballs hold that npm gets: `npm run tarballs`. */
const root = join(import.meta.dirname, '..');
for (const folder of published) {
  const files = await withUnpacked(join(root, folder), filesBelow);
  await writeFile(join(root, tarballList(folder)), `${files.join('\n')}\n`);
  process.stdout.write(`${tarballList(folder)}\n`);
}
