import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { platforms } from '@carehooks/core';
import { requireBuiltZip } from '../packaging/build-zip.ts';
import { appPaths, changelogFile } from '../packaging/paths.ts';
import { runPlatformCli } from '../packaging/platform-cli.ts';
import { tell } from '../packaging/progress.ts';
import { requireAccount, requireRegistration } from './account.ts';
import { builtDefinition, currentVersion, platformOf } from './apps.ts';
import { releaseNotes, triggersNamedIn } from './notes.ts';

const options = {
  changelog: { type: 'string', default: changelogFile },
  yes: { type: 'boolean', short: 'y' },
} as const;

/** Makes the pushed version the one that new Zaps get, with its notes. Zaps that are there keep theirs. */
export async function promote(app: string, args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options });
  requireAccount();
  const { stage } = appPaths(app);
  await requireRegistration(app, stage);
  await requireBuiltZip(app);
  await writeFile(join(stage, 'CHANGELOG.md'), await notesOf(app, values.changelog));
  const command = ['promote', await currentVersion(), ...(values.yes === true ? ['--yes'] : [])];
  if ((await runPlatformCli(command, stage)) !== 0) {
    throw new Error(`${app} is not promoted: see what Zapier said above.`);
  }
  tell(`${app}: next: npm run zapier -- ${app} jobs shows how far it is`);
}

/** Shows what `promote` would tell users. */
export async function showNotes(app: string, args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options });
  await requireBuiltZip(app);
  tell(await notesOf(app, values.changelog));
}

async function notesOf(app: string, changelog: string): Promise<string> {
  const notes = releaseNotes(await read(changelog), await currentVersion(), platformOf(app), platforms);
  const { triggers } = await builtDefinition(app);
  const unknown = triggersNamedIn(notes).filter((key) => !(key in triggers));
  if (unknown.length > 0) {
    throw new Error(
      `The notes name trigger/${unknown.join(', trigger/')}, which ${app} does not have. Mend ${changelog}; an entry for one app alone starts with the name of its platform and a colon.`,
    );
  }
  return notes;
}

async function read(changelog: string): Promise<string> {
  try {
    return await readFile(changelog, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Error(`There is no ${changelog}. Run npx changeset version, which writes it.`);
  }
}
