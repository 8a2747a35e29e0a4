import type { Connection } from '@carehooks/core';
import { enterConnection } from '../account/open.ts';
import { clock } from '../clock.ts';
import { examine } from '../doctor/examine.ts';
import { formatCheck } from '../doctor/report.ts';
import { type ExitCode, exitCodes } from '../exit.ts';
import type { CliIo } from '../io.ts';
import { mark, type State } from '../output/mark.ts';
import { writeLine } from '../output/stream.ts';
import { Access } from './access.ts';
import { createAsker } from './ask.ts';
import type { LiveCheck } from './check.ts';
import { type Finding, open, type Verdict } from './finding.ts';
import type { LivePlatform } from './platforms/index.ts';
import { Reception } from './reception.ts';
import { adviceOf, formatReport, type Result, saveReport } from './report.ts';
import type { Session } from './session.ts';
import { settle } from './settle/settle.ts';
import { shown } from './shown.ts';

/** Where a run happens. */
export interface LiveSurroundings {
  /** Folder for the report. */
  readonly folder: string;
  readonly catchInterrupt: () => AbortSignal;
  /** Milliseconds that a request is held at most, if not as usual. */
  readonly hold?: number;
}

export interface LiveOptions {
  readonly checks: readonly LiveCheck[];
  readonly port: number;
  /** Milliseconds. */
  readonly wait: number;
}

/** Goes through the checks, removes what it made, and writes the report. */
export async function runLive(
  live: LivePlatform,
  options: LiveOptions,
  io: CliIo,
  surroundings: LiveSurroundings,
): Promise<ExitCode> {
  const { platform } = live;
  const entered = await enterConnection(io, platform);
  const interrupted = surroundings.catchInterrupt();
  const access = new Access(platform, entered);
  const asker = createAsker(io);
  const { port, wait } = options;
  const hold = surroundings.hold;
  const parts = { platform, entered, access, asker, io, interrupted };
  const reception = new Reception({ ...parts, live, port, hold });
  await showAccount(platform, entered, io);

  const session: Session = { ...parts, reception, wait };
  const results: Result[] = [];
  let isClean = false;
  try {
    await settleAll(options.checks, session, (result) => results.push(result));
  } finally {
    // Whatever ended it: nothing stays behind, and nothing that was found out is lost.
    try {
      isClean = await closeReception(session);
    } finally {
      await writeReport(platform, complete(results, options.checks), io, surroundings);
    }
  }
  if (!isClean) return exitCodes.unreachable;
  return interrupted.aborted ? exitCodes.notGood : exitCodes.good;
}

/** @returns false where a webhook stays behind, which a person is told */
async function closeReception({ reception, platform, io }: Session): Promise<boolean> {
  const failure = await reception.close();
  if (failure === null) return true;
  writeLine(io.stderr, `The webhook of this run could not be deleted. ${failure.message}.`);
  writeLine(io.stderr, `What to do: npx carehooks sweep ${platform.id} lists it once its address is gone.`);
  return false;
}

/** What the doctor says of the account. Its problems do not end the run: a check may show how to solve them. */
async function showAccount(platform: Session['platform'], entered: Connection, io: CliIo): Promise<void> {
  for await (const check of examine(platform, entered, { onList: () => {} })) {
    // How webhooks are made by hand is told where one is needed.
    if (check.steps === undefined) writeLine(io.stdout, formatCheck(check, io));
  }
}

async function settleAll(
  checks: readonly LiveCheck[],
  session: Session,
  onResult: (result: Result) => void,
): Promise<void> {
  const { interrupted, io } = session;
  try {
    for (const [index, check] of checks.entries()) {
      writeLine(io.stderr, `\n[${index + 1}/${checks.length}] ${check.question}`);
      const finding = await settle(check, session);
      onResult({ check, finding });
      showFinding(check, finding, io);
    }
  } catch (error) {
    if (!interrupted.aborted) throw error;
    writeLine(io.stderr, '\nStopped.');
  }
}

const states: Readonly<Record<Verdict, State>> = {
  confirmed: 'ok',
  change: 'problem',
  learned: 'note',
  open: 'note',
};

function showFinding(check: LiveCheck, { verdict, observed, change }: Finding, io: CliIo): void {
  writeLine(io.stdout, `${mark(io, states[verdict])} ${check.id}: ${observed}`);
  if (change !== undefined) writeLine(io.stdout, `  What to do: ${adviceOf(check, change)}`);
}

function complete(results: readonly Result[], checks: readonly LiveCheck[]): Result[] {
  const rest = checks.slice(results.length);
  return [
    ...results,
    ...rest.map((check) => ({ check, finding: open(shown`Not asked: the run was stopped.`) })),
  ];
}

async function writeReport(
  platform: Session['platform'],
  results: readonly Result[],
  io: CliIo,
  { folder }: LiveSurroundings,
): Promise<void> {
  const day = new Date(clock.now()).toISOString().slice(0, 'YYYY-MM-DD'.length);
  const text = formatReport(platform, day, results);
  const path = await saveReport(folder, `live-report-${platform.id}-${day}`, text);
  writeLine(io.stdout, `\nReport: ${path}`);
}
