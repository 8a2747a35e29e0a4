import { globSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { filesBelow } from '../../packages/harness/src/tarball.ts';
import { published, tarballList, withUnpacked } from '../published.ts';

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
}

const read = <T>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as T;
const rootManifest = read<{ license: string }>('package.json');

it('covers every package that is not private', () => {
  const manifests = globSync('packages/*/package.json');
  const open = manifests.filter((file) => read<Manifest>(file).private !== true);
  expect(open.map(dirname).sort()).toEqual(published);
});

describe.each(published)('what npm gets of %s', (folder) => {
  /** By path. */
  const files = new Map<string, string>();

  beforeAll(async () => {
    await withUnpacked(folder, async (unpacked) => {
      for (const file of await filesBelow(unpacked))
        files.set(file, await readFile(join(unpacked, file), 'utf8'));
    });
  }, 60_000);

  it('is listed file by file; `npm run tarballs` writes the list', () => {
    expect([...files.keys()]).toEqual(readFileSync(tarballList(folder), 'utf8').trimEnd().split('\n'));
  });

  it('names no folder of this machine or of the workspace, and no test', () => {
    const places = [process.cwd(), homedir(), tmpdir(), 'packages/', 'node_modules/', '/fixtures/', '.test.'];
    const code = [...files].filter(([file]) => file.startsWith('dist/'));
    expect(code).not.toEqual([]);
    const named = code.flatMap(([file, text]) =>
      places.filter((place) => text.includes(place)).map((place) => [file, place]),
    );
    expect(named).toEqual([]);
    const sources = code.filter(([, text]) => /^ *\/\/ \S+\.(?:ts|json)$|sourceMappingURL/m.test(text));
    expect(sources.map(([file]) => file)).toEqual([]);
  });

  it('is MIT, by the same text as the repository', () => {
    expect(JSON.parse(files.get('package.json') ?? '')).toMatchObject({ license: rootManifest.license });
    expect(files.get('LICENSE')).toBe(readFileSync('LICENSE', 'utf8'));
  });

  // Both are compared with the workflow that publishes: https://docs.npmjs.com/generating-provenance-statements
  it('says which public repository it comes from, and wants provenance', () => {
    expect(JSON.parse(files.get('package.json') ?? '')).toMatchObject({
      repository: { type: 'git', url: 'git+https://github.com/carehooks/carehooks.git', directory: folder },
      publishConfig: { access: 'public', provenance: true },
    });
  });

  it('runs nothing when it is installed', () => {
    const { scripts = {} } = JSON.parse(files.get('package.json') ?? '') as { scripts?: object };
    expect(Object.keys(scripts).filter((name) => /^(?:pre|post)?install$/.test(name))).toEqual([]);
  });
});
