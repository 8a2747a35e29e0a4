import { Command } from 'commander';
import { description, version } from '../package.json';
import { runCommand, withIo } from './command-line.ts';
import { doctorCommand } from './doctor/command.ts';
import type { ExitCode } from './exit.ts';
import type { CliIo } from './io.ts';
import { sendCommand } from './send/command.ts';
import { startCommand } from './start/command.ts';
import type { Surroundings } from './surroundings.ts';
import { sweepCommand } from './sweep/command.ts';
import { verifyCommand } from './verify/command.ts';

/** The command line with all its commands. It reads and writes through `io` alone, and never ends the process. */
export function createProgram(io: CliIo, surroundings: Surroundings): Command {
  const program = new Command('carehooks')
    .description(description)
    .version(version, '-v, --version', 'print the version')
    .helpCommand(false);
  withIo(program, io);
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

/** Runs one command line to its end. */
export async function run(
  words: readonly string[],
  io: CliIo,
  surroundings: Surroundings,
): Promise<ExitCode> {
  return runCommand(createProgram(io, surroundings), words, io);
}
