import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, relative } from 'node:path';
import { e2ePath, repositoryRoot } from '../src/paths.ts';
import { runCommand } from '../src/machine/run-command.ts';
import { ownEnvironment } from '../src/machine/run-npm.ts';
import { fillIn, fits, readGuide } from './add-a-platform/guide.ts';
import { enter, registryEntries } from './add-a-platform/registry-entries.ts';
import { copyWorkspace, layOver, readSources } from './add-a-platform/workspace-copy.ts';

/** Follows docs/add-a-platform.md in a copy of the workspace, with a platform that does not exist. */

jest.setTimeout(280_000);

const guide = readFileSync(join(repositoryRoot(), 'docs', 'add-a-platform.md'), 'utf8');
const steps = readGuide(guide);
const overlay = e2ePath('test', 'made-up-platform');
const tarballLists = ['packages/cli/test/tarball.txt', 'packages/n8n-nodes-carehooks/test/tarball.txt'];
const overlayFiles = [...readSources(overlay).keys()];
const names = {
  id: 'larkmere-diary',
  Name: 'LarkmereDiary',
  platform: 'Larkmere Diary',
  event: 'booking.created',
  'delivery-id': 'dlv_7Qm2xA',
};

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'carehooks-guide-')));
const copy = join(folder, 'workspace');
const before = new Map<string, string>();

beforeAll(() => {
  mkdirSync(join(folder, 'temporary'));
  copyWorkspace(repositoryRoot(), copy);
  for (const [file, content] of readSources(copy)) before.set(file, content);
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a command in the copy as a maintainer does, and gives all that it printed. */
async function run(command: string): Promise<string> {
  const bin = join(copy, 'node_modules', '.bin');
  return runCommand('sh', ['-ec', `exec 2>&1\n${fillIn(command, names)}`], {
    cwd: copy,
    env: {
      ...ownEnvironment(),
      PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
      TMPDIR: join(folder, 'temporary'),
    },
  });
}

/** Runs something while a file of the copy is another. */
async function whileChanged(file: string, text: string | Buffer, work: () => Promise<void>): Promise<void> {
  const right = readFileSync(join(copy, file));
  writeFileSync(join(copy, file), text);
  await work().finally(() => writeFileSync(join(copy, file), right));
}

const copied = (file: string) => readFileSync(join(copy, file), 'utf8');

function addEntries(file: string): void {
  const entries = registryEntries[file];
  if (entries === undefined) throw new Error(`The guide names ${file}: say in registryEntries what it gets.`);
  writeFileSync(join(copy, file), enter(entries, copied(file)));
}

describe.each(steps)('$title', ({ places, registries, commands }) => {
  test('is prepared', () => {
    const files = overlayFiles.filter((file) => places.some((place) => fits(file, place, names)));
    for (const file of files) layOver(overlay, file, copy);
    for (const file of registries) addEntries(file);
    expect(files).not.toEqual([]);
  });

  for (const command of commands) {
    test(command, async () => {
      const output = await run(command);
      // Jest ends well where no test has the name that was asked for, which would prove nothing.
      const proves = !command.startsWith('npx jest') || /^Tests: .*\b\d+ passed/m.test(output);
      expect(proves).toBe(true);
    });
  }
});

describe('the guide', () => {
  const places = steps.flatMap((step) => step.places);
  const registries = steps.flatMap((step) => step.registries);

  test('tells how the recorded deliveries are signed', async () => {
    const commands = steps.flatMap((step) => step.commands);
    const command = commands.find((one) => one.includes('signedDelivery')) ?? '';
    const recorded = copied(`fixtures/${names.id}/${names.event}.headers.json`);
    expect(JSON.parse(await run(command))).toEqual(JSON.parse(recorded));
  });

  test('has commands that check each step but the first', () => {
    const unchecked = steps.filter(({ commands }) => commands.length === 0);
    expect(unchecked.map(({ title }) => title)).toEqual(['1. Record deliveries']);
  });

  test('names every file that was added, and each of them is needed', () => {
    const added = [...readSources(copy).keys()].filter((file) => !before.has(file));
    expect(overlayFiles.filter((file) => !added.includes(file))).toEqual([]);
    expect(added.filter((file) => !places.some((place) => fits(file, place, names)))).toEqual([]);
    const empty = places.filter((place) => !added.some((file) => fits(file, place, names)));
    expect(empty.filter(({ conditional }) => !conditional)).toEqual([]);
  });

  test('names every file that was changed', () => {
    const after = readSources(copy);
    const changed = [...before.keys()].filter((file) => after.get(file) !== before.get(file));
    const filled = ['docs/signatures.md', 'docs/subscriptions.md', ...tarballLists];
    for (const page of filled) expect(guide).toContain(`](${relative('docs', page)})`);
    expect(changed.sort()).toEqual([...registries, ...filled].sort());
  });
});

describe('the commands of the guide notice', () => {
  test.each([
    ['packages/core/src/platforms/index.ts', 'npx jest packages/core/test/platforms/<id>'],
    ['packages/core/src/schemas.ts', 'npx jest packages/core/test/contract.test.ts'],
    ['packages/simulator/src/platforms/index.ts', 'npx jest packages/simulator/test/<id>'],
    ['packages/n8n-nodes-carehooks/package.json', 'npx jest packages/n8n-nodes-carehooks/test/<id>'],
    ['README.md', 'npx jest scripts/test/docs'],
    ['packages/n8n-nodes-carehooks/README.md', 'npx jest scripts/test/docs'],
  ])('that the platform is missing in %s', async (file, command) => {
    const incomplete = Buffer.from(before.get(file) ?? '', 'latin1');
    await whileChanged(file, incomplete, () =>
      expect(run(command)).rejects.toThrow('failed with exit code 1'),
    );
  });

  test('an expected item that is wrong', async () => {
    const file = `fixtures/${names.id}/expected/${names.event}.json`;
    await whileChanged(file, copied(file).replace('"booked"', '"moved"'), () =>
      expect(run('npx jest packages/core/test/contract.test.ts')).rejects.toThrow('"moved"'),
    );
  });
});
