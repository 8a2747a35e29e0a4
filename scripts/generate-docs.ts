import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { platforms } from '../packages/core/src/index.ts';
import { fillTables, platformTables } from './platform-tables.ts';

/** Writes the tables of docs/platforms from the registry: `npm run docs`. */
for (const platform of platforms) {
  const file = join(import.meta.dirname, '..', 'docs', 'platforms', `${platform.id}.md`);
  const page = fillTables(await readFile(file, 'utf8'), platformTables(platform));
  await writeFile(file, await format(page, { ...(await resolveConfig(file)), filepath: file }));
  process.stdout.write(`${platform.name}: docs/platforms/${platform.id}.md\n`);
}
