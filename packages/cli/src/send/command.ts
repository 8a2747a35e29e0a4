import { platforms } from '@carehooks/core';
import {
  createSimulation,
  faultNames,
  type FaultName,
  faults,
  type SimulatedPlatform,
  type Simulation,
} from '@carehooks/simulator';
import { Command } from 'commander';
import {
  collectChoice,
  findPlatform,
  parsePositive,
  parseTarget,
  parseWhole,
  platformArgument,
} from '../arguments.ts';
import { Exit, exitCodes } from '../exit.ts';
import type { CliIo } from '../io.ts';
import { startProgress } from '../output/progress.ts';
import { writeLine } from '../output/stream.ts';
import type { Surroundings } from '../surroundings.ts';
import { shownUrl } from '../target/shown-url.ts';
import { makePlan } from './plan.ts';
import { sendAll, type SendPlan } from './run.ts';
import { report } from './report.ts';
import { Tally } from './tally.ts';

export interface SendOptions {
  readonly to: string;
  readonly secret?: string;
  readonly fault?: readonly FaultName[];
  readonly count: number;
  readonly rate?: number;
  readonly body?: string;
  readonly fixture?: string;
  readonly set?: readonly string[];
  readonly retry?: boolean;
  readonly clockFactor: number;
  readonly json?: boolean;
}

/** `carehooks send`: deliveries as the platform would send them, to any target. */
export function sendCommand(io: CliIo, surroundings: Surroundings): Command {
  return new Command('send')
    .description('Send signed deliveries to a URL, exactly as the platform does')
    .addArgument(platformArgument())
    .argument('<event>', 'name of the event; --help after a platform lists them')
    .requiredOption('--to <url>', 'where the deliveries go', parseTarget)
    .option(
      '--secret <secret>',
      'webhook secret; CAREHOOKS_SECRET is safer, since others may see a command line',
    )
    .option('--fault <name>', 'something that goes wrong, may be given again', collectChoice(faultNames))
    .option('--count <n>', 'how many different events', parseWhole(1, 100_000), 1)
    .option('--rate <n>', 'how many a second; without it one after the other', parsePositive)
    .option('--body <file>', 'file with the body, in place of a recorded one; - for stdin')
    .option('--fixture <name>', 'another recorded body than that of the event')
    .option('--set <setting=value>', 'how the platform signs, e.g. signature.header=X-Signature', collect)
    .option('--retry', 'try again as the platform does when a delivery fails')
    .option('--no-retry', 'send each delivery once (default)')
    .option('--clock-factor <n>', 'how many times faster than real retries follow', parsePositive, 1)
    .option('--json', 'print the result as JSON')
    .addHelpText('after', ({ command }) => helpFor(command.args[0]))
    .action((platform: string, event: string, options: SendOptions) =>
      send(platform, event, options, io, surroundings),
    );
}

function collect(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}

function helpFor(id: string | undefined): string {
  const known = platforms.filter((platform) => id === platform.id);
  const events = known.flatMap(({ name, events: all }) => [
    '',
    `Events of ${name}:`,
    ...all.map(({ type }) => `  ${type}`),
  ]);
  const secrets = [
    '',
    'Environment variables:',
    '  CAREHOOKS_SECRET  webhook secret; for Basic authentication user:password',
  ];
  const width = Math.max(...faultNames.map((name) => name.length));
  const descriptions = faultNames.map((name) => `  ${name.padEnd(width)}  ${faults[name].description}`);
  return [...events, '', 'Faults:', ...descriptions, ...secrets].join('\n');
}

async function send(
  id: string,
  event: string,
  options: SendOptions,
  io: CliIo,
  { fixtures, catchInterrupt }: Surroundings,
): Promise<void> {
  const platform = findPlatform(id);
  const simulation = createSimulation({ fixtures, clockFactor: options.clockFactor });
  const { plan, simulated } = await makePlan(event, options, platform, simulation, io);
  const { count, faults: wrong } = plan;
  const way = wrong.length === 0 ? '' : ` (faults: ${wrong.join(', ')})`;
  const what = `${count} × "${plan.event}" as ${platform.name}`;
  writeLine(io.stderr, `Sending ${what} to ${shownUrl(plan.target.url)}${way}`);
  const { tally, seconds } = await deliver(plan, simulation, simulated, io, catchInterrupt());
  const summary = tally.summary();
  report({ platform, event: plan.event, target: shownUrl(plan.target.url), seconds, summary }, options, io);
  if (!tally.reached) throw new Exit(exitCodes.unreachable);
  if (summary.delivered < Math.max(count, summary.sent)) throw new Exit(exitCodes.notGood);
}

async function deliver(
  plan: SendPlan,
  simulation: Simulation,
  simulated: SimulatedPlatform,
  io: CliIo,
  interrupted: AbortSignal,
): Promise<{ readonly tally: Tally; readonly seconds: number }> {
  const progress = startProgress(io, 'Sending', plan.count);
  const tally = new Tally();
  const started = performance.now();
  try {
    await sendAll(plan, simulation, simulated, { tally, step: () => progress.step(), interrupted });
  } finally {
    progress.end();
    await simulation.close();
  }
  return { tally, seconds: (performance.now() - started) / 1_000 };
}
