import { buildZip } from '../packaging/build-zip.ts';
import { closureOf } from '../packaging/dependencies.ts';
import { appPaths, coreFolder } from '../packaging/paths.ts';
import { runPlatformCli } from '../packaging/platform-cli.ts';
import { stageApp } from '../packaging/stage.ts';
import { promote, showNotes } from './promote.ts';
import { push } from './push.ts';
import { link, register } from './register.ts';
import { linkStage } from './registrations.ts';
import { validate } from './validate.ts';

export interface Command {
  readonly summary: string;
  run(app: string, args: readonly string[]): Promise<void>;
}

/** In the order in which a release needs them. */
export const commands: Readonly<Record<string, Command>> = {
  build: {
    summary: 'builds build/<app>.zip, the same bytes everywhere; offline',
    run: (app) => buildZip(app),
  },
  validate: { summary: "checks it by Zapier's rules; with an account, at Zapier too", run: validate },
  register: { summary: 'registers the app in your account, or changes its entry', run: register },
  link: { summary: 'chooses among the apps that your account has', run: link },
  push: { summary: 'uploads the built zip as the version of package.json', run: push },
  notes: { summary: 'shows what promote will tell users [--changelog FILE]', run: showNotes },
  promote: { summary: 'gives that version to all new Zaps [--yes] [--changelog FILE]', run: promote },
};

/** Any other command is Zapier's own, run where the app is staged. */
export async function runAnyCommand(app: string, name: string, args: readonly string[]): Promise<void> {
  const command = commands[name];
  if (command !== undefined) return command.run(app, args);
  const paths = appPaths(app);
  await stageApp(app, await closureOf(coreFolder), paths);
  await linkStage(app, paths.stage);
  const code = await runPlatformCli([name, ...args], paths.stage);
  if (code !== 0) throw new Error(`zapier-platform ${name} failed for ${app}: see what it said above.`);
}
