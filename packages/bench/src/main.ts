/**
 * Benchmarks: `npm run bench [-- name …] [-- --write]`. Prints a table for each; exits with 1 when a floor is missed, with
 * 2 when the command line cannot be used. The hosts are measured as they are built: run `npm run build` before.
 * `--write` puts the tables and charts into docs/benchmarks.md.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { isHeld, type Result } from './benchmark.ts';
import { benchmarks } from './benchmarks/index.ts';
import { type Options, readOptions } from './options.ts';
import { writePage } from './report/page.ts';
import { floorsTable, markdownTable } from './report/table.ts';

const { names, write } = readCommandLine();
const results = new Map<string, Result>();
for (const benchmark of benchmarks) {
  if (!names.includes(benchmark.name)) continue;
  process.stdout.write(`\n${benchmark.title}\n${benchmark.about}\n\n`);
  const result = await runApart(benchmark.name);
  results.set(benchmark.name, result);
  process.stdout.write(`${markdownTable(result.table)}\n`);
}

const found = [...results.values()];
process.stdout.write(`\nFloors\n\n${markdownTable(floorsTable(found))}\n`);
if (write) await writePage(benchmarks, results);
process.exitCode = found.flatMap(({ floors }) => floors).every(isHeld) ? 0 : 1;

function readCommandLine(): Options {
  try {
    return readOptions(
      process.argv.slice(2),
      benchmarks.map(({ name }) => name),
    );
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(2);
  }
}

/** In a process of its own, so that none is slowed or helped by what V8 has learned in another. */
async function runApart(name: string): Promise<Result> {
  const child = fork(join(import.meta.dirname, 'run-one.ts'), [name]);
  const ended = once(child, 'exit');
  const [result] = await Promise.race([
    once(child, 'message'),
    ended.then(([code]) =>
      Promise.reject(new Error(`The benchmark ${name} has ended with ${String(code)}.`)),
    ),
  ]);
  await ended;
  return result as Result;
}
