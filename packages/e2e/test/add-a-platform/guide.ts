import { splitCommands } from '../../../../scripts/commands.ts';

/** A step of the guide: what it puts where, and what it runs. */
export interface Step {
  readonly title: string;
  readonly places: readonly Place[];
  /** Files that are there already and name every platform. */
  readonly registries: readonly string[];
  /** For a shell, in order. */
  readonly commands: readonly string[];
}

/** A file to write, or a folder for files to write. */
export interface Place {
  /** From the root, with placeholders such as `<id>`. */
  readonly pattern: string;
  /** Wanted only where a platform is so. */
  readonly conditional: boolean;
}

/** Reads the numbered sections of the guide. */
export function readGuide(markdown: string): Step[] {
  const sections = markdown.split(/^## /m).filter((section) => /^\d+\. /.test(section));
  return sections.map((section) => {
    const [title = ''] = section.split('\n');
    const scripts = [...section.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, script = '']) => script);
    const lines = section.replaceAll(/^```.*?^```$/gms, '').split('\n');
    const named = [...rowsOf(lines), ...foldersOf(lines), ...listOf(lines)];
    return {
      title,
      places: named.filter(({ pattern }) => pattern.includes('<')),
      registries: named.filter(({ pattern }) => !pattern.includes('<')).map(({ pattern }) => pattern),
      commands: scripts.flatMap(splitCommands),
    };
  });
}

/** A table names files in its first column, below the folder of the line `In …:` if there is one. */
function rowsOf(lines: readonly string[]): Place[] {
  const folder = lines.map((line) => /^In `([^`]+)`:$/.exec(line)?.[1]).find((found) => found !== undefined);
  return lines
    .map((line) => line.split('|').slice(1, -1))
    .filter((cells) => cells.length > 1)
    .flatMap(([first = '', ...others]) =>
      spansOf(first).map((span) => ({
        pattern: folder === undefined ? span : `${folder}/${span}`,
        conditional: /\bwhere\b/.test(others.at(-1) ?? ''),
      })),
    );
}

/** A sentence names a folder that the platform has to itself. */
function foldersOf(lines: readonly string[]): Place[] {
  return lines
    .filter((line) => !line.startsWith('|') && !/^In `[^`]+`:$/.test(line))
    .flatMap(spansOf)
    .filter((span) => /^packages\/\S*<id>$/.test(span))
    .map((pattern) => ({ pattern, conditional: false }));
}

function listOf(lines: readonly string[]): Place[] {
  return lines
    .filter((line) => line.startsWith('- ['))
    .flatMap((line) => spansOf(line).slice(0, 1))
    .map((pattern) => ({ pattern, conditional: false }));
}

function spansOf(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, span = '']) => span);
}

/** What stands for the placeholders. */
export type Names = Readonly<Record<string, string>>;

/** @throws Error that names a placeholder which nothing stands for */
export function fillIn(command: string, names: Names): string {
  return command.replaceAll(/<([\w-]+)>/g, (placeholder, name: string) => {
    const filled = names[name];
    if (filled === undefined) throw new Error(`The guide does not say what ${placeholder} stands for.`);
    return filled;
  });
}

/** Whether a file is in its place. Placeholders without a name may stand for any part of a file's name. */
export function fits(file: string, { pattern }: Place, names: Pick<Names, 'id' | 'Name'>): boolean {
  const source = pattern
    .replaceAll('<id>', names['id'] ?? '')
    .replaceAll('<Name>', names['Name'] ?? '')
    .replaceAll('.', '\\.')
    .replaceAll(/<[\w-]+>/g, '[^/]+');
  return new RegExp(`^${source}${pattern.endsWith('<id>') ? '/.+' : ''}$`).test(file);
}
