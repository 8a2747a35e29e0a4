import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import * as core from '../../../packages/core/src/index.ts';

/** The guide to the architecture, against the code. */

const guide = readFileSync('docs/architecture.md', 'utf8');

/** The part of the guide below a heading. */
function section(title: string): string {
  const found = guide.split(/^## /m).find((part) => part.startsWith(`${title}\n`));
  if (found === undefined) throw new Error(`docs/architecture.md has no section "${title}".`);
  return found;
}

/** What stands as code in the first cell of each row. */
function rowNames(title: string): string[] {
  return [...section(title).matchAll(/^\| \[?`(\w+)`/gm)].map(([, name = '']) => name);
}

const folders = readdirSync('packages').filter((name) => existsSync(`packages/${name}/package.json`));

describe('the diagram of the packages', () => {
  const diagram = /```mermaid\n(.*?)```/s.exec(section('Packages'))?.[1] ?? '';
  const arrows = [...diagram.matchAll(/^ +([\w-]+) (-->|-\..+\.->) ([\w-]+)$/gm)].map(
    ([, from = '', line, to = '']) => ({ from, to, isImport: line === '-->' }),
  );
  const folderByName = new Map(folders.map((folder) => [packageName(folder), folder]));

  function packageName(folder: string): string {
    return (JSON.parse(readFileSync(`packages/${folder}/package.json`, 'utf8')) as { name: string }).name;
  }

  /** Other packages that the sources of one import. */
  function importedBy(folder: string): string[] {
    const sources = globSync(`packages/${folder}/{src,nodes,credentials}/**/*.ts`);
    const modules = sources.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/(?:\bfrom|^import) '([^'.][^']*)'/gm)].map(
        ([, name = '']) => name,
      ),
    );
    const names = modules.map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? '');
    const paths = sources.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\bfrom '(?:\.\.\/)+([\w-]+)\/src\//g)].map(
        ([, other = '']) => other,
      ),
    );
    return [...new Set([...names.flatMap((name) => folderByName.get(name) ?? []), ...paths])];
  }

  it('can be read line by line', () => {
    expect(diagram.trim().split('\n')).toHaveLength(arrows.length + 1);
  });

  it('has every package', () => {
    const shown = new Set(arrows.flatMap(({ from, to }) => [from, to]));
    expect([...shown].sort()).toEqual(folders.sort());
  });

  it.each(folders)('has the arrows of what %s imports', (folder) => {
    const shown = arrows.filter(({ from, isImport }) => isImport && from === folder).map(({ to }) => to);
    expect(shown.sort()).toEqual(importedBy(folder).sort());
  });

  it('has no import of a host, which others run as it was built', () => {
    const hosts = new Set(arrows.filter(({ isImport }) => !isImport).map(({ to }) => to));
    expect(hosts).toEqual(new Set(['n8n-nodes-carehooks', 'zapier-carehooks']));
    expect(arrows.filter(({ to, isImport }) => isImport && hosts.has(to))).toEqual([]);
  });
});

it.each(['README.md', 'CONTRIBUTING.md'])('%s says what each package is', (file) => {
  const page = readFileSync(file, 'utf8');
  expect(folders.filter((folder) => !new RegExp(`^\\| .*\\bpackages/${folder}\\b`, 'm').test(page))).toEqual(
    [],
  );
});

it('the ports are those that the core declares', () => {
  const source = readFileSync('packages/core/src/ports.ts', 'utf8');
  const declared = [...source.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name = '']) => name);
  expect(rowNames('Ports')).toEqual(['Http', 'Clock', 'Seen', 'Log']);
  expect(declared).toEqual(expect.arrayContaining(rowNames('Ports')));
});

it('the two halves are functions of the core', () => {
  expect(rowNames('Two halves')).toEqual(['accept', 'complete']);
  expect(core).toMatchObject({ accept: expect.any(Function), complete: expect.any(Function) });
});
