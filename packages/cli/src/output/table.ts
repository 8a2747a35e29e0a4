import Table from 'cli-table3';
import type { CliIo } from '../io.ts';
import { isPlain, tint } from './stream.ts';

/** Columns that are parted by space alone. */
const bare = {
  ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '' },
  ...{ bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' },
  ...{ left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '  ' },
};

/** Rows below a head: with lines in a terminal, without in a pipe. */
export function formatTable(
  io: CliIo,
  head: readonly string[],
  rows: ReadonlyArray<readonly string[]>,
): string {
  const style = { head: [], border: [] };
  const table = isPlain(io)
    ? new Table({ chars: bare, style: { ...style, 'padding-left': 0, 'padding-right': 0 } })
    : new Table({ style });
  table.push(
    head.map((title) => tint(io, 'strong', title)),
    ...rows.map((row) => [...row]),
  );
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}
