import { resolve } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { type Platform, platforms } from '@carehooks/core';
import { variableOf } from '../src/account/variables.ts';
import { run } from '../src/program.ts';

export interface Setting {
  readonly env?: Readonly<Record<string, string>>;
  /** What a person types, for a command line with somebody at the keyboard. */
  readonly typed?: string;
  /** What another program writes to stdin. */
  readonly piped?: string | Uint8Array;
  /** Whether output goes to a terminal. */
  readonly terminal?: boolean;
  readonly interrupted?: AbortSignal;
  /** Called with everything that is written to stdout, as it comes. */
  readonly onOut?: (text: string) => void;
}

/** Runs one command line in this process, as the published package would. */
export async function carehooks(words: readonly string[], setting: Setting = {}) {
  const { env = {}, typed, terminal = false, interrupted = new AbortController().signal } = setting;
  const stdout = capture(terminal, setting.onOut);
  const stderr = capture(terminal);
  const stdin = new PassThrough();
  if (typed !== undefined) stdin.write(typed);
  if (setting.piped !== undefined) stdin.end(setting.piped);
  const io = { stdin, stdout: stdout.stream, stderr: stderr.stream, env, isInteractive: typed !== undefined };
  const code = await run(words, io, {
    ...{ checkout: null, fixtures: resolve('fixtures') },
    catchInterrupt: () => interrupted,
  });
  const [out, err] = [stdout.text(), stderr.text()];
  return { code, out, err, all: `${out}${err}`, json: <Shape>() => JSON.parse(out) as Shape };
}

/** A stream that keeps what is written to it. */
export function capture(terminal = false, onText: (text: string) => void = () => {}) {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk.toString());
      onText(chunk.toString());
      done();
    },
  });
  // What cli-progress and inquirer ask of a terminal.
  const screen = { isTTY: terminal, columns: 100, rows: 40, cursorTo: () => true, clearLine: () => true };
  return { stream: Object.assign(stream, screen), text: () => chunks.join('') };
}

/** The environment variables that describe an account. */
export function variables(
  platform: Platform,
  connection: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(connection).map(([key, value]) => [variableOf(platform, key), value ?? '']),
  );
}

export function platformOf(id: string): Platform {
  const platform = platforms.find((one) => one.id === id);
  if (platform === undefined) throw new Error(`There is no platform ${id}.`);
  return platform;
}
