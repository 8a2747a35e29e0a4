import { runCommand, type CommandOptions } from './run-command.ts';

/**
 * Runs npm in a folder of its own. An outer `npm run` leaves variables behind that describe *its* package and
 * prefix; a nested npm must not see them. Configuration such as the cache folder is kept.
 */
export function runNpm(args: string[], options: CommandOptions & { cwd: string }): Promise<string> {
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  return runCommand('npm', [...args, ...quiet], { ...options, env: { ...ownEnvironment(), ...options.env } });
}

/** The environment without what an outer `npm run` left behind. */
export function ownEnvironment(): NodeJS.ProcessEnv {
  const inherited = /^(npm_package_|npm_lifecycle_|npm_config_(local_prefix|workspace)|INIT_CWD$|NODE_ENV$)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !inherited.test(name)));
}
