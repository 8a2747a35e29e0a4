import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandsIn, programsIn, type Snippet, snippetsOf } from '../../../../scripts/commands.ts';
import { repositoryRoot } from '../../src/paths.ts';
import { readGuide } from '../add-a-platform/guide.ts';

const root = repositoryRoot();
const read = (page: string) => readFileSync(join(root, page), 'utf8');

/** All pages that tell people what to type. */
export const pages = globSync(['*.md', 'docs/**/*.md', 'packages/*/README.md'], { cwd: root }).sort();

/** Settings alone run nothing. */
export function commandsOn(page: string): string[] {
  return commandsIn(read(page)).filter((command) => programsIn(command).length > 0);
}

export function snippetsOn(page: string): Snippet[] {
  return snippetsOf(read(page));
}

/** Followed by `add-a-platform.test.ts`. */
export const guideCommands: readonly string[] = readGuide(read('docs/add-a-platform.md')).flatMap(
  ({ commands }) => commands,
);

/** Worked through from top to bottom in one shell. */
export const sessions = ['docs/signatures.md', 'docs/subscriptions.md'] as const;

/** What `command-line.test.ts` runs. */
export const cliCommands: readonly string[] = ['docs/command-line.md', 'packages/cli/README.md']
  .flatMap(commandsOn)
  .filter((command) => programsIn(command).some((words) => words.includes('carehooks')));

export const n8nCommands = ['npm run n8n', 'npm run n8n -- --inspect'] as const;

/** What npm says about a machine's own configuration is left out. */
export function readable(output: string): string {
  return output.replaceAll(/^npm warn .*\n/gm, '').trim();
}
