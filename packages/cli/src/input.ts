import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { CliError } from './exit.ts';
import type { CliIo } from './io.ts';

/**
 * What a file holds, or stdin for `-`.
 *
 * @throws CliError when it cannot be read
 */
export async function readInput(path: string, { stdin }: Pick<CliIo, 'stdin'>): Promise<Buffer> {
  try {
    return path === '-' ? await buffer(stdin) : await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CliError(`The file ${path} cannot be read (${code ?? 'unknown'}).`, 'Check its path.');
  }
}
