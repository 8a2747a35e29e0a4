import type { Reckoning } from './reckoning.ts';
import type { StressResult } from './run.ts';

const columns: ReadonlyArray<readonly [title: string, value: (row: Reckoning) => number]> = [
  ['sent', ({ deliveries }) => deliveries],
  ['forged', ({ forged }) => forged],
  ['repeats', ({ repeats }) => repeats],
  ['2xx', ({ accepted }) => accepted],
  ['given up', ({ refused }) => refused],
  ['items', ({ items }) => items],
  ['failed', ({ failed }) => failed],
  ['recovered', ({ recovered }) => recovered],
  ['twice by retry', ({ retriedTwice }) => retriedTwice],
  ['LOST', ({ lost }) => lost.length],
  ['DOUBLED', ({ doubled }) => doubled.length],
  ['of these at once', ({ doubledAtOnce }) => doubledAtOnce],
  ['FORGED LET IN', ({ letIn }) => letIn.length],
];

/** The result as tables for a terminal. */
export function report({ title, platforms, memory, killed, seconds }: StressResult): string {
  const reckonings = Object.values(platforms);
  const rows = [
    ['', ...columns.map(([column]) => column)],
    ...Object.entries(platforms).map(([platform, row]) => [
      platform,
      ...columns.map(([, value]) => String(value(row))),
    ]),
    ['all', ...columns.map(([, value]) => String(reckonings.reduce((sum, row) => sum + value(row), 0)))],
  ];
  const megabytes = Object.entries(memory.after).map(([name, after]) => [
    killed.includes(name) ? `${name} (killed)` : name,
    ...[memory.before[name], after].map((value) => `${value ?? '?'} MB`),
  ]);
  const heading = `${title}: ${seconds} s, killed: ${killed.join(', ')}`;
  return [heading, '', table(rows), '', table([['memory', 'before', 'after'], ...megabytes])].join('\n');
}

/** What must not be, in words; empty when all is well. */
export function violations(
  { platforms }: StressResult,
  { doubles }: { readonly doubles: 'allowed' | 'forbidden' },
): string[] {
  const grounds = (
    ['lost', 'letIn', ...(doubles === 'forbidden' ? (['doubled'] as const) : [])] as const
  ).map((ground) => [ground, Object.values(platforms).flatMap((row) => row[ground])] as const);
  const words = { lost: 'lost', letIn: 'forged and let in', doubled: 'given twice' };
  return grounds.flatMap(([ground, subjects]) =>
    subjects.length === 0 ? [] : [`${words[ground]}: ${subjects.join(', ')}`],
  );
}

/** Columns of numbers, flush right. */
function table(rows: ReadonlyArray<readonly string[]>): string {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join('  ');
  return rows.map((row) => line(row).trimEnd()).join('\n');
}
