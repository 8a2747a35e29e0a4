import { spawn } from 'node:child_process';

export interface CommandOptions {
  /** Another user to run as, where we may choose. */
  uid?: number;
  gid?: number;
  cwd?: string;
  env?: NodeJS.ProcessEnv;
}

const TAIL_LINES = 30;

/** Runs a command to its end and gives its standard output; a failure carries the last lines of what it said. */
export function runCommand(command: string, args: string[], options: CommandOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let everything = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      everything += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      everything += text;
    });
    child.on('error', (cause) =>
      reject(new Error(`Could not run ${command}: is it installed and on the PATH?`, { cause })),
    );
    child.on('close', (code, signal) => {
      if (code === 0) return resolve(stdout);
      const outcome = code === null ? `was ended by ${signal}` : `failed with exit code ${code}`;
      const line = [command, ...args].join(' ');
      const tail = everything.trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
      reject(new Error(`\`${line}\`${inFolder(options.cwd)} ${outcome}. Its last lines:\n${tail}`));
    });
  });
}

function inFolder(cwd: string | undefined): string {
  return cwd === undefined ? '' : ` (in ${cwd})`;
}
