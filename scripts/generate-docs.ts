import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { platforms } from '../packages/core/src/index.ts';
import { faultTables } from './faults.ts';
import { overviewTables } from './overview.ts';
import { errorTables, fillTables, platformTables } from './tables.ts';

/** Writes the tables of the docs that follow from the code: `npm run docs`. */
async function fillPage(name: string, tables: Readonly<Record<string, string>>): Promise<void> {
  const file = join(import.meta.dirname, '..', 'docs', name);
  const page = fillTables(await readFile(file, 'utf8'), tables);
  await writeFile(file, await format(page, { ...(await resolveConfig(file)), filepath: file }));
  process.stdout.write(`docs/${name}\n`);
}

for (const platform of platforms) await fillPage(`platforms/${platform.id}.md`, platformTables(platform));
await fillPage('errors.md', errorTables());
await fillPage('faults.md', faultTables());
for (const [page, tables] of Object.entries(overviewTables(platforms))) await fillPage(page, tables);
