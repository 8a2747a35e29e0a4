import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { zipSync } from 'fflate';

const require = createRequire(import.meta.url);
const PLATFORM = 'zapier-platform-core';

/** The wrapper that `zapier-platform build` would add, over the platform of this workspace instead of a copy in the zip. */
async function wrapper(): Promise<string> {
  const platform = require.resolve(PLATFORM);
  const template = join(dirname(platform), 'include/zapierwrapper.mjs');
  const text = await readFile(template, 'utf8');
  return text
    .replace(`from '${PLATFORM}'`, `from '${pathToFileURL(platform).href}'`)
    .replaceAll('{REPLACE_ME_PACKAGE_NAME}', 'zapier-echo');
}

/** Zips the echo app as the Zapier CLI lays a build out, and returns the folder and the zip in it. */
export async function buildZapierEcho(): Promise<{ folder: string; zip: string }> {
  const source = join(import.meta.dirname, 'fixtures/zapier-echo');
  const entries = {
    'package.json': await readFile(join(source, 'package.json')),
    'app.js': await readFile(join(source, 'app.js')),
    'zapierwrapper.js': Buffer.from(await wrapper()),
  };
  const folder = await mkdtemp(join(tmpdir(), 'zapier-echo-'));
  const zip = join(folder, 'build.zip');
  await writeFile(zip, zipSync(entries));
  return { folder, zip };
}
