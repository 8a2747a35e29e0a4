import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { platforms } from '@carehooks/core';
import { releaseNotes, triggersNamedIn } from '../../scripts/release/notes.ts';
import { platformOf } from '../support/apps.ts';

/** Other programs are run here, which takes its time on a busy machine. */
jest.setTimeout(60_000);

const workspace = join(__dirname, '..', '..', '..', '..');

const changelog = `# zapier-carehooks

## 0.2.0

### Minor Changes

- [\`92397a6\`](https://github.com/carehooks/carehooks/commit/92397a6): Eka Care: new trigger/user_delete

  It tells of users.

- HALO (HaloPSA, HaloITSM, HaloCRM): tickets

### Patch Changes

- [\`1a2b3c4\`](https://github.com/carehooks/carehooks/commit/1a2b3c4): Time zones: they are shown

## 0.1.0

### Minor Changes

- Halo Connect: queries
`;

const notesOf = (app: string, version = '0.2.0', text = changelog) =>
  releaseNotes(text, version, platformOf(app), platforms);

describe('the notes of a version', () => {
  test('hold what is about the app and what is about all, without commits', () => {
    expect(notesOf('eka-care')).toBe(
      '## 0.2.0\n\n- New trigger/user_delete\n  It tells of users.\n- Time zones: they are shown\n',
    );
  });

  test('tell HALO from Halo Connect, and know it by its products', () => {
    expect(notesOf('halo')).toBe('## 0.2.0\n\n- Tickets\n- Time zones: they are shown\n');
    expect(notesOf('halo-connect')).toBe('## 0.2.0\n\n- Time zones: they are shown\n');
  });

  test('are of that version alone, the last one too', () => {
    expect(notesOf('halo-connect', '0.1.0')).toBe('## 0.1.0\n\n- Queries\n');
  });

  test('say something where nothing is about the app, since Zapier promotes nothing without notes', () => {
    expect(notesOf('ally', '0.1.0')).toBe('## 0.1.0\n\nNothing that you would notice has changed.\n');
  });

  test.each(['0.2', '0.2.1', '1.0.0'])('are asked for where there are none, as for %s', (version) => {
    expect(() => notesOf('ally', version)).toThrow(
      `CHANGELOG.md has no notes for ${version}. Run npx changeset version`,
    );
  });

  test('name triggers in the way of Zapier', () => {
    expect(triggersNamedIn(notesOf('eka-care'))).toEqual(['user_delete']);
    expect(triggersNamedIn('A trigger / an action, and retrigger/it')).toEqual([]);
  });
});

describe('what changesets write', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'carehooks-changesets-'));
    const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
    for (const path of ['.changeset', 'packages/zapier-carehooks'])
      mkdirSync(join(folder, path), { recursive: true });
    const manifest = { name: 'zapier-carehooks', private: true, version: '0.1.0' };
    write('package.json', JSON.stringify({ name: 'workspace', private: true, workspaces: ['packages/*'] }));
    write('package-lock.json', JSON.stringify({ lockfileVersion: 3 }));
    write('packages/zapier-carehooks/package.json', JSON.stringify(manifest));
    copyFileSync(join(workspace, '.changeset', 'changelog.js'), join(folder, '.changeset', 'changelog.js'));
    const config = readFileSync(join(workspace, '.changeset', 'config.json'), 'utf8');
    write('.changeset/config.json', JSON.stringify({ ...(JSON.parse(config) as object), ignore: [] }));
    write(
      '.changeset/one.md',
      `---\n'zapier-carehooks': minor\n---\n\nAlly (Heim): add trigger/any_event\n\nAnd more\n`,
    );
    write('.changeset/two.md', `---\n'zapier-carehooks': patch\n---\n\nEka Care: fix the login\n`);
    const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: folder, stdio: 'ignore' });
    git('init');
    git('add', '.');
    const author = ['user.name=A', 'user.email=a@example.com', 'commit.gpgsign=false'];
    git(...author.flatMap((setting) => ['-c', setting]), 'commit', '--message', 'Changes');
    const changesets = join(workspace, 'node_modules', '@changesets', 'cli', 'bin.js');
    execFileSync(process.execPath, [changesets, 'version'], { cwd: folder, stdio: 'ignore' });
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  test('becomes the notes of the next version, for each app its own', () => {
    const written = readFileSync(join(folder, 'packages', 'zapier-carehooks', 'CHANGELOG.md'), 'utf8');
    expect(written).toContain('/commit/');
    expect(notesOf('ally', '0.2.0', written)).toBe('## 0.2.0\n\n- Add trigger/any_event\n  And more\n');
    expect(notesOf('eka-care', '0.2.0', written)).toBe('## 0.2.0\n\n- Fix the login\n');
  });
});
