import { closureOf } from '../packaging/dependencies.ts';
import { appPaths, coreFolder } from '../packaging/paths.ts';
import { runPlatformCli } from '../packaging/platform-cli.ts';
import { tell } from '../packaging/progress.ts';
import { stageApp } from '../packaging/stage.ts';
import { requireAccount } from './account.ts';
import { platformOf } from './apps.ts';
import { keepLink, linkStage, registrationsFile } from './registrations.ts';

/**
 * Registers an app in the account, or changes what Zapier's directory says about it.
 *
 * @param args for Zapier's `register`: a title, if not the platform's name, and flags for what it would ask for
 */
export async function register(app: string, args: readonly string[]): Promise<void> {
  const titled = args[0] !== undefined && !args[0].startsWith('-');
  await linkWith(app, ['register', ...(titled ? [] : [platformOf(app).name]), ...args]);
}

/** Chooses among the apps that the account has already. */
export async function link(app: string, args: readonly string[]): Promise<void> {
  await linkWith(app, ['link', ...args]);
}

async function linkWith(app: string, command: readonly string[]): Promise<void> {
  requireAccount();
  const paths = appPaths(app);
  await stageApp(app, await closureOf(coreFolder), paths);
  await linkStage(app, paths.stage);
  if ((await runPlatformCli(command, paths.stage)) !== 0) {
    throw new Error(`${app} is not registered: see what Zapier said above.`);
  }
  const { id } = await keepLink(app, paths.stage);
  tell(`${app}: is app ${id} at Zapier, as ${registrationsFile()} says now`);
  tell(`${app}: next: npm run zapier -- ${app} push`);
}
