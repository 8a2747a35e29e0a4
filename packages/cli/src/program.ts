import { Command, CommanderError } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import { doctorCommand } from './doctor/command.ts';
import { type ExitCode, exitCodes } from './exit.ts';
import type { CliIo } from './io.ts';
import { reportFailure } from './failure.ts';
import { sendCommand } from './send/command.ts';
import { startCommand } from './start/command.ts';
import type { Surroundings } from './surroundings.ts';
import { sweepCommand } from './sweep/command.ts';
import { verifyCommand } from './verify/command.ts';

/** The command line with all its commands. It reads and writes through `io` alone, and never ends the process. */
export function createProgram(io: CliIo, surroundings: Surroundings): Command {
  const program = new Command('carehooks')
    .description(manifest.description)
    .version(manifest.version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      outputError: (text, write) => write(inOurWords(text)),
    });
  const commands = [
    startCommand(io, surroundings),
    sendCommand(io, surroundings),
    verifyCommand(io),
    doctorCommand(io),
    sweepCommand(io),
  ];
  for (const command of commands) {
    const help = `What to do: carehooks ${command.name()} --help shows how to call it.`;
    program.addCommand(command.copyInheritedSettings(program).showHelpAfterError(help));
  }
  return program.showHelpAfterError('What to do: carehooks --help lists the commands.');
}

/** Like every error here. A mistyped option may have a secret after it, so its value is left out. */
function inOurWords(text: string): string {
  return text.replace(/^error: /, 'Error: ').replace(/'(--?[^'=]*)=[^']*'/g, "'$1'");
}

/** Runs one command line to its end. */
export async function run(
  words: readonly string[],
  io: CliIo,
  surroundings: Surroundings,
): Promise<ExitCode> {
  try {
    await createProgram(io, surroundings).parseAsync(words, { from: 'user' });
    return exitCodes.good;
  } catch (error) {
    // Help and version end the same way, well; whatever else commander ends is about the command line.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.good : exitCodes.usage;
    return reportFailure(error, io);
  }
}
