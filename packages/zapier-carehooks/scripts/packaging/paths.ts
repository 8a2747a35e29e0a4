import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const packageFolder = join(import.meta.dirname, '..', '..');
const require = createRequire(import.meta.url);

/** Where an app's parts are, by the platform's id. */
export interface AppPaths {
  readonly entry: string;
  /** The folder that Zapier's commands run in: the bundle, and a package.json of its own. */
  readonly stage: string;
  readonly zip: string;
  /** What Zapier keeps of the sources: bundle and package.json. */
  readonly sourceZip: string;
  /** What the zip was last built from. */
  readonly fingerprint: string;
}

/** @param build the folder for all that is built */
export function appPaths(app: string, build = join(packageFolder, 'build')): AppPaths {
  return {
    entry: join(packageFolder, 'src', 'apps', `${app}.ts`),
    stage: join(build, 'stage', app),
    zip: join(build, `${app}.zip`),
    sourceZip: join(build, `${app}.source.zip`),
    fingerprint: join(build, `${app}.fingerprint`),
  };
}

export const appsFolder = join(packageFolder, 'src', 'apps');

/** The folder of zapier-platform-core. Its package.json is not exported, so it is found by its entry point. */
export const coreFolder = dirname(require.resolve('zapier-platform-core'));

/** https://docs.zapier.com/platform/reference/cli */
export const platformCli = join(
  dirname(require.resolve('zapier-platform-cli/package.json')),
  'src',
  'bin',
  'run',
);

export const packageJson = join(packageFolder, 'package.json');

/** Written by `npx changeset version`. */
export const changelogFile = join(packageFolder, 'CHANGELOG.md');
