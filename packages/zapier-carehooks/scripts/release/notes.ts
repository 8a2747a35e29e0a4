import type { Platform } from '@carehooks/core';

/** What a release says where nothing in it concerns an app. Zapier promotes no version without notes. */
const nothingNew = 'Nothing that you would notice has changed.';

/**
 * The notes of one version for one app, in the form that `zapier-platform promote` reads: a heading with the version,
 * and text for users. `npx changeset version` writes one CHANGELOG for all apps; an entry that starts with the name of
 * a platform and a colon is for that app alone.
 *
 * @param changelog as changesets write it
 * @param platform what the app is for
 * @param platforms all that there are
 * @throws Error when the changelog has nothing about the version
 */
export function releaseNotes(
  changelog: string,
  version: string,
  platform: Platform,
  platforms: readonly Platform[],
): string {
  const lines = sectionOf(changelog, version);
  if (lines === undefined) {
    throw new Error(
      `CHANGELOG.md has no notes for ${version}. Run npx changeset version, commit what it writes, and build and push again.`,
    );
  }
  const others = platforms.filter(({ id }) => id !== platform.id);
  const entries = entriesOf(lines)
    .filter((entry) => !others.some((other) => isAbout(entry, other)))
    .map((entry) => (isAbout(entry, platform) ? withoutLead(entry) : entry));
  return [`## ${version}`, '', ...(entries.length === 0 ? [nothingNew] : entries.map(bullet)), ''].join('\n');
}

/** The lines between the heading of a version and that of the next. */
function sectionOf(changelog: string, version: string): string[] | undefined {
  const lines = changelog.split(/\r?\n/);
  const start = lines.indexOf(`## ${version}`);
  if (start === -1) return undefined;
  const length = lines.slice(start + 1).findIndex((line) => line.startsWith('## '));
  return lines.slice(start + 1, length === -1 ? undefined : start + 1 + length);
}

/** Each entry starts with a link to its commit (`.changeset/changelog.js`), which is nothing for users of an app. */
const commitLink = /^\[`[0-9a-f]+`\]\([^)]*\): /;

/** The entries of a section, without its headings. Further lines of an entry are indented. */
function entriesOf(lines: readonly string[]): string[] {
  const entries: string[] = [];
  for (const line of lines) {
    if (line.startsWith('- ')) entries.push(line.slice(2).replace(commitLink, ''));
    else if (/^\s+\S/.test(line)) entries.push(`${entries.pop() ?? ''}\n${line.trim()}`);
  }
  return entries;
}

const leadOf = (entry: string) => /^[^:\n]+(?=: )/.exec(entry)?.[0];

/** `HALO (HaloPSA, HaloITSM): …` is about HALO, but `Halo Connect: …` is not. */
function isAbout(entry: string, { name }: Platform): boolean {
  const lead = leadOf(entry);
  return lead !== undefined && (lead === name || lead.startsWith(`${name} (`));
}

function withoutLead(entry: string): string {
  const text = entry.slice((leadOf(entry) ?? '').length + 2);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

const bullet = (entry: string) => `- ${entry.replaceAll('\n', '\n  ')}`;

/**
 * Triggers that the notes name in Zapier's way, `trigger/appointment_created`. Zapier tells the owners of Zaps with them
 * what was added or fixed, and drops a name that it does not know without a word.
 *
 * https://github.com/zapier/zapier-platform/blob/main/packages/cli/docs/cli.md#promote
 */
export function triggersNamedIn(notes: string): string[] {
  return [...notes.matchAll(/\btrigger\/(\w+)/g)].map(([, key]) => key ?? '');
}
