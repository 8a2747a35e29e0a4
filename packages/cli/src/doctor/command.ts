import { type Platform, platforms } from '@carehooks/core';
import { Command } from 'commander';
import { findPlatform, parseTarget, platformArgument } from '../arguments.ts';
import { enterConnection } from '../account/open.ts';
import { describeVariables } from '../account/variables.ts';
import { CliError, Exit, type ExitCode, exitCodes } from '../exit.ts';
import type { CliIo } from '../io.ts';
import { writeLine } from '../output/stream.ts';
import type { Check } from './check.ts';
import { examine } from './examine.ts';
import { formatCheck, reportJson, reportRows, type Row } from './report.ts';

interface DoctorOptions {
  readonly target?: string;
  readonly events?: readonly string[];
  readonly json?: boolean;
}

/** `carehooks doctor`: is the account right, and does the platform deliver? */
export function doctorCommand(io: CliIo): Command {
  return new Command('doctor')
    .description('Check an account: settings, login, webhooks and their last deliveries')
    .addArgument(platformArgument())
    .option('--target <url>', 'webhook URL of a trigger, to look at its webhook', parseTarget)
    .option('--events <names>', 'events that this webhook should have, with commas between', splitNames)
    .option('--json', 'print the result as JSON')
    .addHelpText('after', ({ command }) => {
      const chosen = platforms.filter(({ id }) => id === command.args[0]);
      return describeVariables(chosen.length === 0 ? platforms : chosen);
    })
    .action((id: string, options: DoctorOptions) => diagnose(findPlatform(id), options, io));
}

function splitNames(text: string): readonly string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

async function diagnose(platform: Platform, options: DoctorOptions, io: CliIo): Promise<void> {
  requireKnown(options.events ?? [], platform);
  const connection = await enterConnection(io, platform);
  const checks: Check[] = [];
  let rows: readonly Row[] = [];
  const { target, events } = options;
  const onList = (listed: readonly Row[]) => void (rows = listed);
  for await (const check of examine(platform, connection, { target, events, onList })) {
    checks.push(check);
    if (options.json !== true) writeLine(io.stdout, formatCheck(check, io));
  }
  if (options.json === true) reportJson(platform, checks, rows, io);
  else reportRows(rows, io);
  const code = Math.max(...checks.map((check) => check.code)) as ExitCode;
  if (code !== exitCodes.good) throw new Exit(code);
}

/** @throws CliError for an event that the platform does not have */
function requireKnown(names: readonly string[], { name, events, customEvents }: Platform): void {
  const unknown = names.find((event) => events.every(({ type }) => type !== event));
  if (unknown === undefined || customEvents === true) return;
  const choices = events.map(({ type }) => type).join(', ');
  throw new CliError(`${name} has no event "${unknown}".`, `Choose one of: ${choices}.`);
}
