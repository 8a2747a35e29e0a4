import { Writable } from 'node:stream';
import password from '@inquirer/password';
import { CliError } from './exit.ts';
import type { CliIo } from './io.ts';

export interface SecretSources {
  /** As given on the command line. */
  readonly option?: string;
  /** Environment variables, the first that is set counts. */
  readonly variables: readonly string[];
  /** What a person is asked for. */
  readonly prompt: string;
}

/**
 * A secret from the command line, else from the environment, else from the person at the keyboard, whose typing is not
 * shown. Null without any of them.
 *
 * @throws CliError when the person gives up
 */
export async function readSecret(io: CliIo, sources: SecretSources): Promise<string | null> {
  const given = [sources.option, ...sources.variables.map((name) => io.env[name])];
  const found = given.find((value) => value !== undefined && value !== '');
  if (found !== undefined) return found;
  if (!io.isInteractive) return null;
  const typed = await ask(io, sources.prompt);
  return typed === '' ? null : typed;
}

/** The question goes to stderr, so that what a command finds out stays alone on stdout. */
async function ask({ stdin, stderr }: CliIo, message: string): Promise<string> {
  try {
    return await password({ message, mask: '*' }, { input: stdin, output: leftOpen(stderr) });
  } catch {
    // Only Ctrl+C, or the end of the input, ends a prompt without an answer.
    throw new CliError('Nothing was entered.', 'Run the command again, or set the environment variable.');
  }
}

/** Writes to the stream and never ends it: the prompt ends what it was given, as if it were its own. */
function leftOpen(stream: Writable): Writable {
  return new Writable({
    write: (chunk: Uint8Array, _encoding, done) => void stream.write(chunk, done),
  });
}
