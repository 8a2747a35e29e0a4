import type { CliIo } from '../io.ts';
import { tint } from './stream.ts';

/** How one thing of several was found; `note` where nothing could be judged. */
export type State = 'ok' | 'problem' | 'note';

const marks = { ok: '✓', problem: '✗', note: '•' } as const;
const tones = { ok: 'good', problem: 'bad', note: 'quiet' } as const;

/** The sign before a line of a list. */
export function mark(io: CliIo, state: State): string {
  return tint(io, tones[state], marks[state]);
}
