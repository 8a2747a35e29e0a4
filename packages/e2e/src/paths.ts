import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const WORKSPACE_NAME = 'carehooks-workspace';

/**
 * The root of the checkout, found by walking up from the working folder: the same code runs as an ES module
 * (scripts) and as CommonJS (Jest), and the two share no way of asking where a file lies.
 */
export function repositoryRoot(): string {
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    if (packageName(folder) === WORKSPACE_NAME) return folder;
    if (folder === dirname(folder)) {
      throw new Error(
        `No ${WORKSPACE_NAME} above ${process.cwd()}: run the command from inside the repository.`,
      );
    }
  }
}

/** A path inside this package. */
export function e2ePath(...parts: string[]): string {
  return join(repositoryRoot(), 'packages', 'e2e', ...parts);
}

function packageName(folder: string): string | undefined {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return undefined;
  return (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name;
}
