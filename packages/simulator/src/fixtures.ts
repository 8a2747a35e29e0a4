import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Refusal } from './refusal.ts';

/** Bodies of deliveries, byte for byte as platforms send them: `<folder>/<platform>/<name>.json`. */
export interface Fixtures {
  names(platform: string): string[];
  /** @throws Refusal when there is none of that name */
  read(platform: string, name: string): Uint8Array;
}

const bodyFile = /^(?<name>[\w. -]+)\.json$/;
const headersFile = '.headers.json';

/** @param folder default: the workspace's `fixtures` */
export function openFixtures(folder?: string): Fixtures {
  // Looked up at first use, so that a simulator without fixtures runs anywhere.
  let root = folder;
  const names = (platform: string) => {
    root ??= join(workspaceRoot(), 'fixtures');
    const path = join(root, platform);
    const files = existsSync(path) ? readdirSync(path) : [];
    return files
      .filter((file) => !file.endsWith(headersFile))
      .flatMap((file) => bodyFile.exec(file)?.groups?.['name'] ?? [])
      .sort();
  };
  return {
    names,
    read(platform, name) {
      const known = names(platform);
      // Only a name from the listing becomes part of a path.
      if (root === undefined || !known.includes(name)) {
        throw new Refusal(
          `There is no fixture "${name}" for ${platform}. Choose one of: ${known.join(', ')}.`,
        );
      }
      return readFileSync(join(root, platform, `${name}.json`));
    },
  };
}

/** Walks up from the working folder: the same code runs as an ES module and as CommonJS, which share no `import.meta`. */
function workspaceRoot(): string {
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file) && readFileSync(file, 'utf8').includes('"carehooks-workspace"')) return folder;
    if (folder === dirname(folder)) {
      throw new Error(
        `No Carehooks workspace above ${process.cwd()}: run from inside it, or pass the folder as \`fixtures\`.`,
      );
    }
  }
}
