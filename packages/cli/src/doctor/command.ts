import { type Platform, platforms } from '@carehooks/core';
import { Command } from 'commander';
import { findPlatform, parseTarget, platformArgument } from '../arguments/parse.ts';
import { enterConnection } from '../account/open.ts';
import { describeVariables } from '../account/variables.ts';
import { CliError, Exit, type ExitCode, exitCodes } from '../exit.ts';
import type { CliIo } from '../io.ts';
import { mark } from '../output/mark.ts';
import { formatTable } from '../output/table.ts';
import { writeJson, writeLine } from '../output/stream.ts';
import type { ShownSubscription } from '../webhooks/list.ts';
import type { Check } from './check.ts';
import { examine } from './examine.ts';

interface DoctorOptions {
  readonly target?: string;
  readonly events?: readonly string[];
  readonly json?: boolean;
}

type Row = ShownSubscription & { readonly isOurs: boolean };

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
  const wishes = { target, events, onList: (listed: readonly Row[]) => void (rows = listed) };
  for await (const check of examine(platform, connection, wishes)) {
    checks.push(check);
    if (options.json !== true) writeLine(io.stdout, formatCheck(check, io));
  }
  if (options.json === true)
    writeJson(io, {
      platform: platform.id,
      healthy: isHealthy(checks),
      checks: checks.map(toJson),
      webhooks: rows,
    });
  else if (rows.length > 0) writeLine(io.stdout, `\n${formatRows(rows, io)}`);
  const code = Math.max(...checks.map((check) => check.code)) as ExitCode;
  if (code !== exitCodes.good) throw new Exit(code);
}

/** @throws CliError for an event that the platform does not have */
function requireKnown(names: readonly string[], { name, events, customEvents }: Platform): void {
  const unknown = names.find((event) => events.every(({ type }) => type !== event));
  if (unknown === undefined || customEvents === true) return;
  const choices = events.map(({ type }) => type).join(', ');
  throw new CliError(`${name} has no event "${unknown}".`, `Choose of: ${choices}.`);
}

/** A check in a line, and below it what to do. */
export function formatCheck({ state, message, hint, steps = [] }: Check, io: CliIo): string {
  return [
    `${mark(io, state)} ${message}`,
    ...(hint === undefined ? [] : [`  ${steps.length > 0 ? '' : 'What to do: '}${hint}`]),
    ...steps.map((step, index) => `  ${index + 1}. ${step}`),
  ].join('\n');
}

function formatRows(rows: readonly Row[], io: CliIo): string {
  return formatTable(
    io,
    ['id', 'made by', 'state', 'events', 'target'],
    rows.map(({ id, isOurs, enabled, events, targetUrl }) => [
      id,
      isOurs ? 'Carehooks' : 'others',
      enabled ? 'on' : 'off',
      String(events.length),
      targetUrl,
    ]),
  );
}

function isHealthy(checks: readonly Check[]): boolean {
  return checks.every(({ state }) => state !== 'problem');
}

function toJson({ name, state, message, hint, steps }: Check) {
  return { name, state, message, hint, steps };
}
