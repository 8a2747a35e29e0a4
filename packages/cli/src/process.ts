import type { CliIo } from './io.ts';

/** The streams and the environment of this process. */
export const processIo: CliIo = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  isInteractive: process.stdin.isTTY === true && process.stderr.isTTY === true,
};

/** Ends the process when whoever reads along has seen enough, as `| head` does; a command that catches Ctrl+C as that does. */
export function endWithReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      // What has to be closed or deleted at the end is also then.
      if (!process.emit('SIGINT')) process.exit();
    });
  }
}

/** Signals stay caught, for npm passes on the one that the terminal has already sent. */
export function catchInterrupt(): AbortSignal {
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interruption.abort());
  return interruption.signal;
}
