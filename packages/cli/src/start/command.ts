import { once } from 'node:events';
import { type Listening, startSimulator } from '@carehooks/simulator';
import { Command } from 'commander';
import { parsePositive, parseWhole } from '../arguments.ts';
import { CliError } from '../exit.ts';
import type { CliIo } from '../io.ts';
import { formatTable } from '../output/table.ts';
import { writeLine } from '../output/stream.ts';
import type { Surroundings } from '../surroundings.ts';

interface StartOptions {
  readonly port?: number;
  readonly clockFactor: number;
}

interface Started extends Listening {
  /** What a person wants to know, below the addresses. */
  readonly note: string;
  readonly rows: ReadonlyArray<readonly [string, string]>;
}

const usualPort = 4600;
const anyPort = parseWhole(0, 65_535);

/** `carehooks start`: the simulated platforms, and in a checkout the playground in front of them. */
export function startCommand(io: CliIo, surroundings: Surroundings): Command {
  return new Command('start')
    .description('Run the simulated platforms on this machine, in a checkout with the playground')
    .option('--port <port>', `port to listen on, 0 for a free one (default: PORT, or ${usualPort})`, anyPort)
    .option('--clock-factor <n>', 'how many times faster than real retries follow', parsePositive, 1)
    .action(async (options: StartOptions) => {
      const interrupted = surroundings.catchInterrupt();
      const started = await start({ ...options, port: options.port ?? portIn(io) }, io, surroundings);
      writeLine(io.stdout, formatTable(io, ['what', 'address'], started.rows));
      writeLine(io.stdout, `\n${started.note}\n\nCtrl+C ends it.`);
      if (!interrupted.aborted) await once(interrupted, 'abort');
      await started.close();
      writeLine(io.stderr, 'Stopped.');
    });
}

/** @throws CliError when `PORT` is no port */
function portIn({ env }: CliIo): number {
  const text = env['PORT'] ?? '';
  if (text === '') return usualPort;
  if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
  throw new CliError('The environment variable PORT is no port.', 'Set it to a number from 0 to 65535.');
}

type Settings = Required<StartOptions>;

async function start(settings: Settings, io: CliIo, { checkout, fixtures }: Surroundings): Promise<Started> {
  try {
    return checkout === null
      ? await startAlone(settings, fixtures)
      : await startWithPages(settings, io, checkout);
  } catch (error) {
    // What is wrong with a port says its message; what the playground misses is usually not built yet.
    const reason = error instanceof Error ? error.message : String(error);
    const hint =
      checkout === null ? 'Choose another port.' : 'Choose another port, or run npm run build first.';
    throw new CliError(`It could not be started. ${reason}`, hint);
  }
}

async function startAlone({ port, clockFactor }: Settings, fixtures: string): Promise<Started> {
  const simulator = await startSimulator({ port, clockFactor, fixtures });
  const rows = Object.values(simulator.platforms).flatMap(
    ({ id, name, apiPath }) =>
      [
        [`API of ${name}`, `${simulator.url}${apiPath}`],
        [`${name}, to direct it`, `${simulator.url}/${id}/admin`],
      ] as const,
  );
  return {
    ...{ url: simulator.url, close: () => simulator.close(), rows },
    note: 'These are the simulated platforms alone: the playground runs in a checkout of Carehooks, with npm start.',
  };
}

/** The playground comes with the workspace only: it runs the built node and the built apps. */
async function startWithPages({ port, clockFactor }: Settings, io: CliIo, root: string): Promise<Started> {
  writeLine(io.stderr, 'Opening the n8n package and the Zapier apps as their hosts do …');
  const { startPlayground } = await import('@carehooks/simulator/playground');
  const playground = await startPlayground({ port, clockFactor, root });
  return {
    ...{ url: playground.url, close: () => playground.close(), rows: [['Playground', playground.url]] },
    note: 'Choose an event on the page and click Fire.',
  };
}
