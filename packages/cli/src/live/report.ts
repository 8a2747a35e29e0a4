import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LiveCheck } from './check.ts';
import type { Finding, Verdict } from './finding.ts';
import { ways } from './settle/settle.ts';

export interface Result {
  readonly check: LiveCheck;
  readonly finding: Finding;
}

const headings: ReadonlyArray<readonly [Verdict, string]> = [
  ['change', 'To change'],
  ['confirmed', 'Defaults that are right'],
  ['learned', 'Learned'],
  ['open', 'Still open'],
];

/** The report of a run. All of it is text of the checks and of findings, so it holds no value of the account. */
export function formatReport(
  platform: { readonly name: string },
  day: string,
  results: readonly Result[],
): string {
  const sections = headings.flatMap(([verdict, heading]) => {
    const found = results.filter(({ finding }) => finding.verdict === verdict);
    return found.length === 0 ? [] : [`## ${heading}`, ...found.map(formatResult)];
  });
  const counts = headings.map(
    ([verdict, heading]) =>
      `${heading.toLowerCase()}: ${results.filter(({ finding }) => finding.verdict === verdict).length}`,
  );
  return [
    `# Live checks of ${platform.name}`,
    `Run on ${day}. ${sentence(counts.join(', '))}`,
    'Names of headers and fields, types, and entries of closed lists only: no value of a record, header or secret.',
    ...sections,
  ]
    .join('\n\n')
    .concat('\n');
}

/**
 * Writes a report beside those of earlier runs of the day, which it never replaces.
 *
 * @returns its path
 */
export async function saveReport(folder: string, name: string, text: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const path = join(folder, `${name}${count === 1 ? '' : `-${count}`}.md`);
    try {
      await writeFile(path, text, { flag: 'wx' });
      return path;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function formatResult({ check, finding }: Result): string {
  const { file, point } = check.concerns;
  const lines = [
    `### ${check.question}`,
    '',
    `- Check: \`${check.id}\`, ${ways[check.kind]}`,
    `- Observed: ${finding.observed}`,
    `- Concerns: \`${point}\` in \`${file}\``,
  ];
  const verdict = finding.verdict === 'confirmed' ? ['- Default confirmed.'] : [];
  return [
    ...lines,
    ...verdict,
    ...(finding.change === undefined ? [] : [`- What to do: ${adviceOf(check, finding.change)}`]),
  ].join('\n');
}

/** Where to change what. */
export function adviceOf({ concerns }: LiveCheck, change: string): string {
  return `In \`${concerns.file}\` ${change}.`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
