import { type Floor, isHeld, type Result, type Table } from '../benchmark.ts';
import { times } from './numbers.ts';

/** A table as Markdown, which reads well in a terminal too. */
export function markdownTable({ columns, rows }: Table): string {
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`;
  return [line(columns), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** The promises of a benchmark, and whether each is held. */
export function floorsTable(results: readonly Result[]): Table {
  const rows = results.flatMap(({ floors }) => floors).map(floorRow);
  return { columns: ['what', 'measured', 'floor', ''], rows };
}

function floorRow(floor: Floor): string[] {
  const { what, ratio, limit, sense } = floor;
  return [what, times(ratio), `${sense} ${times(limit)}`, isHeld(floor) ? 'held' : 'MISSED'];
}
