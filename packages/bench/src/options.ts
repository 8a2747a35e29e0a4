import { parseArgs } from 'node:util';

export interface Options {
  /** Names of benchmarks, in the order in which there are. */
  readonly names: readonly string[];
  /** Whether the page is to be written. */
  readonly write: boolean;
}

/**
 * What is asked for on the command line. A run takes long, so what cannot be done is said before it.
 *
 * @param known names of all benchmarks
 * @throws Error that says what to choose
 */
export function readOptions(words: readonly string[], known: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: { write: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const unknown = positionals.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`There is no benchmark ${unknown.join(', ')}. Choose one of: ${known.join(', ')}.`);
  const names = known.filter((name) => positionals.length === 0 || positionals.includes(name));
  if (values.write && names.length < known.length)
    throw new Error('The page is written whole: leave out the names, or --write.');
  return { names, write: values.write };
}
