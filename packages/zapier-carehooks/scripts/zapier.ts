/**
 * Zapier's command line for one of the apps here: `npm run zapier -- <app> <command>`.
 *
 * `build` works offline and leaves `build/<app>.zip`; `all build` does so for every app. Every other command is Zapier's own, run where the app is staged.
 */
import { readdir } from 'node:fs/promises';
import { buildZip } from './packaging/build-zip.ts';
import { closureOf } from './packaging/dependencies.ts';
import { appPaths, appsFolder, coreFolder } from './packaging/paths.ts';
import { runPlatformCli } from './packaging/platform-cli.ts';
import { stageApp } from './packaging/stage.ts';

async function run([app, command, ...rest]: readonly string[]): Promise<number> {
  const apps = (await readdir(appsFolder)).map((file) => file.replace(/\.ts$/, ''));
  if (app === 'all' && command === 'build') {
    for (const each of apps) await buildZip(each);
    return 0;
  }
  if (app === undefined || command === undefined || !apps.includes(app)) {
    process.stderr.write(
      `Usage: npm run zapier -- <${apps.join('|')}> <build|validate|push|…>, or all build\n`,
    );
    return 2;
  }
  if (command === 'build') {
    await buildZip(app);
    return 0;
  }
  await stageApp(app, await closureOf(coreFolder));
  return runPlatformCli([command, ...rest], appPaths(app).stage);
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
