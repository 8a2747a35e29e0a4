/** A fenced piece of shell in a page, with what the page shows as its output. */
export interface Snippet {
  readonly code: string;
  /** The next block of the section, unless that is another piece of shell. */
  readonly output: string | null;
}

const fence = /^( *)```(\w*)\n(.*?)^\1```$/gms;

/** The shell in a page, in order. */
export function snippetsOf(markdown: string): Snippet[] {
  const blocks = [...markdown.matchAll(fence)].map(
    ({ index, 0: whole, 1: indent = '', 2: language, 3: text = '' }) => ({
      ...{ language, start: index, end: index + whole.length },
      text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  );
  return blocks.flatMap(({ language, text, end }, index) => {
    if (language !== 'sh') return [];
    const next = blocks[index + 1];
    const between = markdown.slice(end, next?.start);
    const isOutput = next !== undefined && next.language !== 'sh' && !/^#/m.test(between);
    return [{ code: text, output: isOutput ? next.text : null }];
  });
}

/** Programs that begin a command where it stands within a sentence. */
const inline = /(?<=`)(?:[A-Z_\d]+=\S+ )*(?:npm|npx|carehooks|node|openssl|zapier-platform) [^`\n]+(?=`)/g;

/** Every command of a page: those in its shell, line by line, and those within sentences. */
export function commandsIn(markdown: string): string[] {
  const shell = snippetsOf(markdown).flatMap(({ code }) => splitCommands(code));
  return [...new Set([...shell, ...(markdown.replaceAll(fence, '').match(inline) ?? [])])];
}

/** A command ends with its line, unless quotes are open or a backslash ends it. Comments are left out. */
export function splitCommands(script: string): string[] {
  const lines = script.match(/(?:\\\n|'[^']*'|"[^"]*"|(?<!\S)#[^\n]*|[^\n])+/g) ?? [];
  return lines.map(withoutComment).filter((line) => line !== '');
}

function withoutComment(line: string): string {
  return line.replaceAll(/('[^']*'|"[^"]*")|(?<!\S)#.*/g, '$1').trim();
}

/** A word, with its quoted parts and placeholders such as `<id>`; what ends a program; or a redirection. */
const token = /(?:'[^']*'|"[^"]*"|<[\w-]+>|[^\s'"|;&()<>])+|[|;&()\n]|[<>]\s*\S+/g;

/**
 * The programs that a command runs, each as its words without quotes: `a | (b c; d)` runs three. Redirections, and
 * variables that are set, are left out.
 */
export function programsIn(command: string): string[][] {
  const tokens = command.replaceAll('\\\n', ' ').replaceAll('$(', '\n').match(token) ?? [];
  const programs: string[][] = [[]];
  for (const one of tokens) {
    if (/^[|;&()\n]$/.test(one)) programs.push([]);
    else if (!isRedirection(one)) programs.at(-1)?.push(unquoted(one));
  }
  return programs.map(withoutSettings).filter((words) => words.length > 0);
}

function isRedirection(word: string): boolean {
  return /^[<>]/.test(word) && !/^<[\w-]+>/.test(word);
}

function unquoted(word: string): string {
  return word.replaceAll(/'([^']*)'|"([^"]*)"/g, '$1$2');
}

function withoutSettings(words: readonly string[]): string[] {
  const first = words.findIndex((word) => !/^\w+=/.test(word));
  return first < 0 ? [] : words.slice(first);
}
