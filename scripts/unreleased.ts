/**
 * Which versions of the packages that go to npm have no tag yet: `git tag | node scripts/unreleased.ts`. Written for a
 * step's output on GitHub, as `versions=carehooks@1.2.0`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { published } from './published.ts';

const tags = (await text(process.stdin)).split(/\s+/);
const versions = published
  .map((folder) => readFileSync(join(import.meta.dirname, '..', folder, 'package.json'), 'utf8'))
  .map((file) => JSON.parse(file) as { readonly name: string; readonly version: string })
  .map(({ name, version }) => `${name}@${version}`);
process.stdout.write(`versions=${versions.filter((version) => !tags.includes(version)).join(' ')}\n`);
