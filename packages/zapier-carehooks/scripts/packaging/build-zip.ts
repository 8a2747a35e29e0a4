import { existsSync } from 'node:fs';
import { copyFile, cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { closureOf, copyPackages, type InstalledPackage } from './dependencies.ts';
import { appPaths, coreFolder } from './paths.ts';
import { runPlatformCliLocally } from './platform-cli.ts';
import { stageApp } from './stage.ts';

/**
 * Builds the zip that runs at Zapier, unless it is there and nothing that goes into it has changed. The definition is
 * checked against Zapier's schema; Zapier's own style checks need its server and are left to `push`.
 */
export async function buildZip(app: string): Promise<void> {
  const { stage, zip, fingerprint } = appPaths(app);
  tell(`${app}: bundling`);
  const packages = await closureOf(coreFolder);
  const wanted = await stageApp(app, packages);
  if (existsSync(zip) && existsSync(fingerprint) && (await readFile(fingerprint, 'utf8')) === wanted) {
    tell(`${app}: ${await describe(zip)} is up to date`);
    return;
  }
  await inCleanFolder(stage, packages, async (folder) => {
    tell(`${app}: checking the definition`);
    await runPlatformCliLocally(['validate', '--without-style'], folder);
    tell(`${app}: building the zip`);
    await runPlatformCliLocally(['build', '--skip-dep-install', '--skip-validation'], folder);
    await copyFile(join(folder, 'build', 'build.zip'), zip);
  });
  await writeFile(fingerprint, wanted);
  tell(`${app}: wrote ${await describe(zip)}`);
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
    await copyFile(join(stage, 'package.json'), join(folder, 'package.json'));
    await copyPackages(packages, dirname(coreFolder), join(folder, 'node_modules'));
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function describe(zip: string): Promise<string> {
  const { size } = await stat(zip);
  return `${relative(process.cwd(), zip)} (${Math.round(size / 1_024)} KB)`;
}

function tell(text: string): void {
  process.stdout.write(`${text}\n`);
}
