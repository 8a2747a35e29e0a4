/** Zapier's command line for the apps here: `npm run zapier -- <app|all> <command>`. See `README.md`. */
import { appIds } from './release/apps.ts';
import { commands, runAnyCommand } from './release/commands.ts';

async function run([app, name, ...args]: readonly string[]): Promise<number> {
  const apps = await appIds();
  if (app === '--help' || app === '-h') {
    process.stdout.write(usage(apps));
    return 0;
  }
  if (app === undefined || name === undefined || (app !== 'all' && !apps.includes(app))) {
    process.stderr.write(usage(apps));
    return 2;
  }
  await runFor(app === 'all' ? apps : [app], name, args);
  return 0;
}

/** One app after the other. What failed for one would mostly fail for the others too. */
async function runFor(apps: readonly string[], name: string, args: readonly string[]): Promise<void> {
  for (const [index, app] of apps.entries()) {
    try {
      await runAnyCommand(app, name, args);
    } catch (error) {
      const left = apps.slice(index + 1);
      const rest = left.length === 0 ? '' : `\nNot tried: ${left.join(', ')}.`;
      throw new Error(`${error instanceof Error ? error.message : String(error)}${rest}`, { cause: error });
    }
  }
}

function usage(apps: readonly string[]): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `Usage: npm run zapier -- <${[...apps, 'all'].join('|')}> <command>

${lines.join('\n')}

Any other command is one of zapier-platform, run for the app: history, versions, logs, jobs, migrate …
`;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
