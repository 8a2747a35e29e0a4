import type { Writable } from 'node:stream';
import { styleText } from 'node:util';
import type { CliIo } from '../io.ts';

/** Without lines and colours: in a pipe or a file, or because the user wants no colours (https://no-color.org). */
export function isPlain({ stdout, env }: CliIo): boolean {
  return !isTerminal(stdout) || (env['NO_COLOR'] ?? '') !== '';
}

export function isTerminal(stream: Writable): boolean {
  return 'isTTY' in stream && stream.isTTY === true;
}

export function writeLine(stream: Writable, text = ''): void {
  stream.write(`${text}\n`);
}

export function writeJson({ stdout }: CliIo, value: unknown): void {
  writeLine(stdout, JSON.stringify(value, null, 2));
}

/** Text of others, such as a name that an API tells, without what a terminal would take for a command. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}

export type Tone = 'good' | 'bad' | 'quiet' | 'strong';

const styles = { good: 'green', bad: 'red', quiet: 'gray', strong: 'bold' } as const;

/** The text in colour, where colours are welcome. */
export function tint(io: CliIo, tone: Tone, text: string): string {
  return isPlain(io) ? text : styleText(styles[tone], text, { validateStream: false });
}
