import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import {
  findSimulated,
  type SimulatedPlatform,
  type Simulator,
  type SimulatorOptions,
} from '@carehooks/simulator';
import { running } from '../../../simulator/test/running.ts';
import { runCommand, withIo } from '../../src/command-line.ts';
import { liveCommand } from '../../src/live/command.ts';
import { capture, platformOf, variables } from '../command-line.ts';

/** What a person does when the text appears; a text that comes back is typed. */
export type Reply = readonly [RegExp, (match: RegExpExecArray, stop: () => void) => unknown];

export interface Live {
  readonly simulator?: SimulatorOptions;
  /** Other settings of the account. */
  readonly connection?: Readonly<Record<string, string>>;
  readonly words?: readonly string[];
  /** Milliseconds that a request is held at most. Left out: longer than any test. */
  readonly hold?: number;
  /** What happens at the platform whenever deliveries are waited for. Left out: its first event. */
  readonly cause?: (simulated: SimulatedPlatform) => void;
  /** Come before those of a person who answers everything. */
  readonly replies?: readonly Reply[];
  readonly isInteractive?: boolean;
  readonly prepare?: (simulator: Simulator, stop: () => void) => void;
}

/** Milliseconds. What is to happen happens at once; a test that waits in vain says how long. */
const patience = 10_000;

/** Lets a person who follows a script run the live checks against a fresh simulator. */
export function people() {
  const start = running();
  const folders: string[] = [];
  afterEach(async () => {
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
  });

  return async function live(id: string, options: Live = {}) {
    const simulator = await start.simulator(options.simulator);
    const simulated = findSimulated(simulator.platforms, id);
    const folder = await mkdtemp(join(tmpdir(), 'carehooks-live-'));
    folders.push(folder);
    const interruption = new AbortController();
    options.prepare?.(simulator, () => interruption.abort());
    const connection = { ...simulated.account.connection(simulator.url), ...options.connection };
    const cause = options.cause ?? (() => simulated.fire(simulated.events[0] ?? ''));
    let [address, secret] = ['', ''];

    const usual: readonly Reply[] = [
      [/received on (\S+)\.\n/, ([, url = '']) => void (address = url)],
      [/Its public address.*: $/, () => address],
      [/May a webhook be made.* $/, () => 'y'],
      [/Webhook URL: (\S+)\n/, ([, url = '']) => void (secret = simulated.account.register(url))],
      [/Webhook secret of [^*]*$/, () => secret],
      [/Number of the answer.* $/, () => '1'],
      [/Waiting for it.* $/, () => void cause(simulated)],
    ];
    const stdin = new PassThrough();
    const react = (text: string) => {
      for (const [pattern, reply] of [...(options.replies ?? []), ...usual]) {
        const match = pattern.exec(text);
        if (match === null) continue;
        const typed = reply(match, () => interruption.abort());
        if (typeof typed === 'string') setImmediate(() => stdin.write(`${typed}\n`));
        break;
      }
    };
    const [stdout, stderr] = [capture(), capture(false, react)];
    const env = variables(platformOf(id), connection);
    const io = {
      ...{ stdin, stdout: stdout.stream, stderr: stderr.stream, env },
      isInteractive: options.isInteractive ?? true,
    };
    const surroundings = {
      folder,
      catchInterrupt: () => interruption.signal,
      hold: options.hold ?? patience,
    };
    const words = [id, '--wait', '10', ...(options.words ?? [])];
    const code = await runCommand(withIo(liveCommand(io, surroundings), io), words, io);
    const [name] = await readdir(folder);
    const report = name === undefined ? '' : await readFile(join(folder, name), 'utf8');
    const [out, err] = [stdout.text(), stderr.text()];
    return {
      code,
      name,
      report,
      out,
      err,
      all: out + err + report,
      secret,
      simulator,
      simulated,
      connection,
    };
  };
}

/** The part of a report about one check. */
export function aboutCheck(report: string, id: string): string {
  return report.split('### ').find((part) => part.includes(`- Check: \`${id}\``)) ?? '';
}

/** The ids of the checks below a heading of a report. */
export function below(report: string, heading: string): string[] {
  const section = report.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  return [...section.matchAll(/- Check: `([\w-]+)`/g)].map(([, id = '']) => id);
}
