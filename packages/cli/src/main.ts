import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CliIo } from './io.ts';
import { run } from './program.ts';

const io: CliIo = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  isInteractive: process.stdin.isTTY === true && process.stderr.isTTY === true,
};

// Both this file and what is built of it lie three folders below the root of a checkout.
const root = join(import.meta.dirname, '../../..');
const checkout = existsSync(join(root, 'packages', 'simulator', 'src')) ? root : null;
const packed = join(import.meta.dirname, 'fixtures');
const fixtures = existsSync(packed) ? packed : join(root, 'fixtures');

// Signals stay caught, for npm passes on the one that the terminal has already sent.
function catchInterrupt(): AbortSignal {
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interruption.abort());
  return interruption.signal;
}

process.exitCode = await run(process.argv.slice(2), io, { checkout, fixtures, catchInterrupt });
