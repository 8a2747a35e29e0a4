import { createInterface } from 'node:readline/promises';
import { CliError } from '../exit.ts';
import type { CliIo } from '../io.ts';
import { writeLine } from '../output/stream.ts';

/** Asks the person at the keyboard. Every question ends with the signal, and with the end of the input. */
export interface Asker {
  /** A line, without the spaces around it. */
  line(question: string, signal: AbortSignal): Promise<string>;
  confirm(question: string, signal: AbortSignal): Promise<boolean>;
  /** @returns the index of the answer, or null where the person skips it */
  choose(answers: readonly string[], signal: AbortSignal): Promise<number | null>;
}

export function createAsker({ stdin, stderr }: Pick<CliIo, 'stdin' | 'stderr'>): Asker {
  async function line(question: string, signal: AbortSignal): Promise<string> {
    const reader = createInterface({ input: stdin, output: stderr, terminal: false });
    const ended = new AbortController();
    reader.once('close', () => ended.abort());
    try {
      const text = await reader.question(`${question} `, { signal: AbortSignal.any([signal, ended.signal]) });
      return text.trim();
    } catch (error) {
      if (signal.aborted || !ended.signal.aborted) throw error;
      throw new CliError('The input has ended.', 'Run it again in a terminal.');
    } finally {
      reader.close();
    }
  }

  return {
    line,
    confirm: async (question, signal) => /^y(?:es)?$/i.test(await line(`${question} [y/N]`, signal)),
    async choose(answers, signal) {
      for (const [index, answer] of answers.entries()) writeLine(stderr, `  ${index + 1}. ${answer}`);
      const text = await line('Number of the answer, or Enter to skip:', signal);
      const index = Number(text) - 1;
      return text !== '' && answers[index] !== undefined ? index : null;
    },
  };
}
