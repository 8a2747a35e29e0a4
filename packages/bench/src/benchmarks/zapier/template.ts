import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { closureOf, copyPackages } from '../../../../zapier-carehooks/scripts/packaging/dependencies.ts';
import { coreFolder } from '../../../../zapier-carehooks/scripts/packaging/paths.ts';
import { runPlatformCliLocally } from '../../../../zapier-carehooks/scripts/packaging/platform-cli.ts';

/** The smallest app there is, as Zapier's own tools make it, in a folder that the caller removes. */
export interface Template {
  readonly folder: string;
  readonly zip: string;
}

/**
 * Makes `zapier-platform init --template minimal` and builds it by `zapier-platform build`. In place of the
 * `npm install --production` of that command it gets the same packages as our apps, from the workspace: of another
 * version of zapier-platform-core any difference would be the version's.
 */
export async function buildTemplate(): Promise<Template> {
  const folder = await mkdtemp(join(tmpdir(), 'carehooks-template-'));
  try {
    return { folder, zip: await buildIn(folder) };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function buildIn(folder: string): Promise<string> {
  await runPlatformCliLocally(['init', 'app', '--template', 'minimal', '--module', 'esm'], folder);
  const app = join(folder, 'app');
  await copyPackages(await closureOf(coreFolder), dirname(coreFolder), join(app, 'node_modules'));
  await runPlatformCliLocally(['build', '--skip-dep-install', '--skip-validation'], app);
  return join(app, 'build', 'build.zip');
}
