import { existsSync } from 'node:fs';
import { copyFile, cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { closureOf, copyPackages, type InstalledPackage } from './dependencies.ts';
import { appPaths, type AppPaths, coreFolder } from './paths.ts';
import { runPlatformCliLocally } from './platform-cli.ts';
import { describeZip, tell } from './progress.ts';
import { reproducibleZip } from './reproducible-zip.ts';
import { stageApp } from './stage.ts';

/**
 * Builds the zip that runs at Zapier, unless it is there and nothing that goes into it has changed. The definition is
 * checked against Zapier's schema; Zapier's own checks need its server and are left to `validate` and `push`.
 *
 * @param paths where the parts of the app are
 */
export async function buildZip(app: string, paths: AppPaths = appPaths(app)): Promise<void> {
  tell(`${app}: bundling`);
  const packages = await closureOf(coreFolder);
  const wanted = await stageApp(app, packages, paths);
  if (await isUpToDate(paths, wanted)) {
    tell(`${app}: ${await describeZip(paths.zip)} is up to date`);
    return;
  }
  await rm(paths.fingerprint, { force: true });
  await inCleanFolder(paths.stage, packages, async (folder) => {
    tell(`${app}: checking the definition`);
    await runPlatformCliLocally(['validate', '--without-style'], folder);
    tell(`${app}: building the zip`);
    await runPlatformCliLocally(['build', '--skip-dep-install', '--skip-validation'], folder);
    await keep(join(folder, 'build', 'build.zip'), paths.zip);
    await keep(join(folder, 'build', 'source.zip'), paths.sourceZip);
  });
  await writeFile(paths.fingerprint, wanted);
  tell(`${app}: wrote ${await describeZip(paths.zip)}`);
}

/**
 * Stages an app whose zip there is.
 *
 * @throws Error when the zip is not what a build would make now: what is published has to be what was tested
 */
export async function requireBuiltZip(app: string, paths: AppPaths = appPaths(app)): Promise<void> {
  const wanted = await stageApp(app, await closureOf(coreFolder), paths);
  if (await isUpToDate(paths, wanted)) return;
  throw new Error(
    `The zip of ${app} is not built from these sources. Run npm run zapier -- ${app} build and the tests, then try again.`,
  );
}

async function isUpToDate({ zip, sourceZip, fingerprint }: AppPaths, wanted: string): Promise<boolean> {
  if (![zip, sourceZip, fingerprint].every((file) => existsSync(file))) return false;
  return (await readFile(fingerprint, 'utf8')) === wanted;
}

/** Puts a built zip where it belongs at one stroke, as someone may be reading the one before. */
async function keep(built: string, target: string): Promise<void> {
  const half = `${target}.part`;
  await writeFile(half, reproducibleZip(await readFile(built)));
  await rename(half, target);
}

/**
 * A copy of the stage with its packages, outside the workspace: Zapier's build follows Node's rules and would take in
 * optional packages that only the workspace has.
 */
async function inCleanFolder(
  stage: string,
  packages: readonly InstalledPackage[],
  work: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'carehooks-zapier-'));
  try {
    await cp(join(stage, 'dist'), join(folder, 'dist'), { recursive: true });
    for (const file of ['package.json', '.gitignore']) await copyFile(join(stage, file), join(folder, file));
    await copyPackages(packages, dirname(coreFolder), join(folder, 'node_modules'));
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
