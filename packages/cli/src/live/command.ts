import { platforms } from '@carehooks/core';
import { Command, Option } from 'commander';
import { describeVariables } from '../account/variables.ts';
import { findPlatform, parseSeconds, parseWhole, platformArgument } from '../arguments.ts';
import { CliError, Exit, exitCodes } from '../exit.ts';
import type { CliIo } from '../io.ts';
import { formatTable } from '../output/table.ts';
import { writeLine } from '../output/stream.ts';
import { findLive, type LivePlatform } from './platforms/index.ts';
import { type LiveSurroundings, runLive } from './run.ts';
import { ways } from './settle/settle.ts';

interface LiveCommandOptions {
  readonly list?: boolean;
  readonly only?: readonly string[];
  readonly port: number;
  /** Milliseconds. */
  readonly wait: number;
}

/** `npm run live`: settles with a real account what a platform's documentation leaves open. */
export function liveCommand(io: CliIo, surroundings: LiveSurroundings): Command {
  return new Command('npm run live --')
    .description('Settle with a real account what the documentation of a platform leaves open')
    .addArgument(platformArgument())
    .option('--list', 'list the checks and do nothing')
    .option('--only <ids>', 'only these checks, with commas between', (text: string) => text.split(','))
    .option('--port <port>', 'port for deliveries, 0 for a free one', parseWhole(0, 65_535), 0)
    .addOption(waitOption())
    .addHelpText('after', ({ command }) => {
      const chosen = platforms.filter(({ id }) => id === command.args[0]);
      return `${note}${describeVariables(chosen.length === 0 ? platforms : chosen)}`;
    })
    .showHelpAfterError('What to do: npm run live -- --help shows how to call it.')
    .action(async (id: string, options: LiveCommandOptions) => {
      const live = findLive(findPlatform(id));
      const checks = selectChecks(live, options.only);
      if (options.list === true) return showList(checks, io);
      const { port, wait } = options;
      const code = await runLive(live, { checks, port, wait }, io, surroundings);
      if (code !== exitCodes.good) throw new Exit(code);
    });
}

function waitOption(): Option {
  return new Option('--wait <seconds>', 'how long each check waits for deliveries')
    .argParser(parseSeconds)
    .default(300_000, '300');
}

const note = `
Nothing is written at the platform without your yes, and what is made is deleted at the end.
The report goes into the current folder and holds no value of the account.
`;

/** @throws CliError for an id that no check has */
function selectChecks(
  { checks, platform }: LivePlatform,
  ids: readonly string[] | undefined,
): LivePlatform['checks'] {
  if (ids === undefined) return checks;
  const wanted = ids.map((id) => id.trim());
  if (wanted.some((id) => checks.every((check) => check.id !== id))) {
    throw new CliError('There is no such check.', `npm run live -- ${platform.id} --list lists them.`);
  }
  return checks.filter(({ id }) => wanted.includes(id));
}

function showList(checks: LivePlatform['checks'], io: CliIo): void {
  const rows = checks.map(({ id, question, kind }) => [id, question, ways[kind]]);
  writeLine(io.stdout, formatTable(io, ['check', 'question', 'how'], rows));
}
