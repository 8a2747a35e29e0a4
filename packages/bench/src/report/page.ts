import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Benchmark, Chart, Result } from '../benchmark.ts';
import { floorsTable, markdownTable } from './table.ts';

const file = join(import.meta.dirname, '../../../../docs/benchmarks.md');

/** Writes docs/benchmarks.md. It is written whole, so every benchmark has to have run. */
export async function writePage(
  benchmarks: readonly Benchmark[],
  results: ReadonlyMap<string, Result>,
): Promise<void> {
  const sections = benchmarks.flatMap((benchmark) => section(benchmark, results.get(benchmark.name)));
  const text = [head(), floors([...results.values()]), ...sections].join('\n\n');
  await writeFile(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}

function head(): string {
  const cores = cpus();
  return `# Benchmarks

Written by \`npm run bench -- --write\`, and not by hand. Every number that counts is a ratio between two things measured in turns in the same run: absolute times depend on the machine. This run was on ${cores.length} cores of ${cores[0]?.model.trim() ?? 'an unknown processor'} with Node ${process.version}.`;
}

function floors(results: readonly Result[]): string {
  return `## Floors

\`npm run bench\` fails when one of these is missed.

${markdownTable(floorsTable(results))}`;
}

function section({ title, about }: Benchmark, result: Result | undefined): string[] {
  if (result === undefined) return [];
  const { table, chart } = result;
  return [`## ${title}`, about, markdownTable(table), ...(chart === undefined ? [] : [drawn(chart)])];
}

/** GitHub and most editors draw it: https://mermaid.js.org/syntax/xyChart.html */
function drawn({ title, unit, bars }: Chart): string {
  const labels = bars.map(({ label }) => JSON.stringify(label)).join(', ');
  const values = bars.map(({ value }) => value.toFixed(2)).join(', ');
  return `\`\`\`mermaid
xychart-beta
  title ${JSON.stringify(title)}
  x-axis [${labels}]
  y-axis ${JSON.stringify(unit)}
  bar [${values}]
\`\`\``;
}
