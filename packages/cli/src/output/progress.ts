import cliProgress from 'cli-progress';
import type { CliIo } from '../io.ts';
import { isTerminal } from './stream.ts';

export interface Progress {
  /** One more is done. */
  step(): void;
  /** Takes the bar away. */
  end(): void;
}

const silent: Progress = { step: () => {}, end: () => {} };

/** A bar on stderr, for people only: in a pipe or a log it says nothing. */
export function startProgress({ stderr }: CliIo, task: string, total: number): Progress {
  if (!isTerminal(stderr) || total < 2) return silent;
  const bar = new cliProgress.SingleBar({
    format: `${task} {bar} {value}/{total}`,
    stream: stderr as NodeJS.WriteStream,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(total, 0);
  return { step: () => bar.increment(), end: () => bar.stop() };
}
