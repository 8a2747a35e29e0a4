import { type Command, CommanderError } from 'commander';
import { type ExitCode, exitCodes } from './exit.ts';
import { reportFailure } from './failure.ts';
import type { CliIo } from './io.ts';

/** Has a command read and write through `io` alone, never end the process, and word errors as all commands do. */
export function withIo(command: Command, io: CliIo): Command {
  return command
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      outputError: (text, write) => write(inOurWords(text)),
    });
}

/**
 * Like every error here. What follows a mistyped option may be a secret, and an address may hold a key, so values are
 * left out; they may hold quotation marks of their own.
 */
function inOurWords(text: string): string {
  return text
    .replace(/^error: /, 'Error: ')
    .replace(/ argument '.*' is invalid\./s, ' is invalid.')
    .replace(/'(--?[^'=]*)=.*'/s, "'$1'");
}

/** Runs a command with these words to its end. */
export async function runCommand(command: Command, words: readonly string[], io: CliIo): Promise<ExitCode> {
  try {
    await command.parseAsync(words, { from: 'user' });
    return exitCodes.good;
  } catch (error) {
    // Help and version end the same way, well; whatever else commander ends is about the command line.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.good : exitCodes.usage;
    return reportFailure(error, io);
  }
}
