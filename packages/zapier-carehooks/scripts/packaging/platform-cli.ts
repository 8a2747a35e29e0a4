import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { platformCli } from './paths.ts';

/** Without these every command reports to Zapier and looks for updates. */
const quiet = { DISABLE_ZAPIER_ANALYTICS: '1', NO_UPDATE_NOTIFIER: '1' };

/** Runs a command of zapier-platform in an app's stage, with this terminal, and answers with its exit code. */
export function runPlatformCli(args: readonly string[], stage: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [platformCli, ...args], {
      cwd: stage,
      env: { ...process.env, ...quiet },
      stdio: 'inherit',
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a command that asks nothing, and answers with what it wrote.
 *
 * @throws Error with the command's output when it fails
 */
export function outputOfPlatformCli(
  args: readonly string[],
  stage: string,
  env: NodeJS.ProcessEnv = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [platformCli, ...args], {
      cwd: stage,
      env: { ...process.env, ...quiet, CI: 'true', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      const output = Buffer.concat(chunks).toString();
      if (code === 0) resolve(output);
      else reject(new Error(`zapier-platform ${args.join(' ')} failed:\n${output}`));
    });
  });
}

/** Runs a command that needs no account and stays on this machine. */
export async function runPlatformCliLocally(args: readonly string[], stage: string): Promise<void> {
  await outputOfPlatformCli(args, stage, {
    ZAPIER_AUTH_LOCATION: join(stage, '.no-account.json'),
    ZAPIER_DEPLOY_KEY: '',
  });
}
