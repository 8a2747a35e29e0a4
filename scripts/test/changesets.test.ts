import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** Makes the next versions in a copy of the workspace's manifests, with the changesets that there are and two more. */

interface Manifest {
  readonly name: string;
  readonly version: string;
}

const manifests = ['package.json', ...globSync('packages/*/package.json')];
const read = <T>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as T;
const config = read<{ ignore: string[] }>('.changeset/config.json');
const unpublished = manifests
  .filter((file) => file !== 'package.json')
  .map((file) => read<Manifest>(file))
  .filter(({ version }) => version === '0.0.0');

let folder: string;
let commit: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'carehooks-versions-'));
  for (const file of [...manifests, '.changeset']) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(file, join(folder, file), { recursive: true });
  }
  writeChangeset('fix', 'n8n-nodes-carehooks', 'patch', 'Something is mended\n\nIt was broken.');
  writeChangeset('break', 'carehooks', 'major', 'Something is no more');
  git('init', '--quiet', '--initial-branch', 'main');
  git('add', '.');
  git('-c', 'user.name=Test', '-c', 'user.email=test@example.com', 'commit', '--quiet', '--message', 'All');
  commit = git('rev-parse', '--short=7', 'HEAD').trim();
  execFileSync(process.execPath, [resolve('node_modules/@changesets/cli/bin.js'), 'version'], {
    cwd: folder,
  });
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

function git(...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
}

function writeChangeset(name: string, packageName: string, bump: string, summary: string): void {
  const text = `---\n'${packageName}': ${bump}\n---\n\n${summary}\n`;
  writeFileSync(join(folder, '.changeset', `${name}.md`), text);
}

const after = <T>(file: string) => read<T>(join(folder, file));
const changelog = (name: string) => readFileSync(join(folder, 'packages', name, 'CHANGELOG.md'), 'utf8');

it('uses up every changeset', () => {
  expect(globSync('.changeset/*.md', { cwd: folder })).toEqual([]);
});

it('gives the published packages their next versions', () => {
  const { version } = after<Manifest>('packages/n8n-nodes-carehooks/package.json');
  expect(version).not.toBe(read<Manifest>('packages/n8n-nodes-carehooks/package.json').version);
  const [major] = read<Manifest>('packages/cli/package.json').version.split('.');
  expect(after<Manifest>('packages/cli/package.json').version).toBe(`${Number(major) + 1}.0.0`);
});

it('leaves packages without a version alone, and their ranges', () => {
  expect(config.ignore.toSorted()).toEqual(unpublished.map(({ name }) => name).sort());
  const changed = git('diff', '--name-only').split('\n');
  const versions = globSync('packages/*/package.json').filter((file) => changed.includes(file));
  for (const file of versions) {
    const [before, now] = [read<Manifest>(file), after<Manifest>(file)];
    expect(unpublished.map(({ name }) => name)).not.toContain(before.name);
    expect(now).toEqual({ ...before, version: now.version });
  }
});

it('writes changelogs with a link to each commit', () => {
  const link = `[\`${commit}\`](https://github.com/carehooks/carehooks/commit/${commit})`;
  expect(changelog('n8n-nodes-carehooks')).toContain(
    `\n- ${link}: Something is mended\n\n  It was broken.\n`,
  );
  expect(changelog('cli')).toMatch(/^# carehooks\n\n## \d+\.0\.0\n\n### Major Changes\n/);
  expect(changelog('cli')).toContain(`\n- ${link}: Something is no more\n`);
});
