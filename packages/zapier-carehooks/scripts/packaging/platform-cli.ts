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
 * Runs a command that needs no account and stays on this machine.
 *
 * @throws Error with the command's output when it fails
 */
export function runPlatformCliLocally(args: readonly string[], stage: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [platformCli, ...args], {
      cwd: stage,
      env: { ...process.env, ...quiet, CI: 'true', ZAPIER_AUTH_LOCATION: join(stage, '.no-account.json') },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else
        reject(new Error(`zapier-platform ${args.join(' ')} failed:\n${Buffer.concat(output).toString()}`));
    });
  });
}
