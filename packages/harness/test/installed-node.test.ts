import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import type { ICredentialType, INodeTypeDescription } from 'n8n-workflow';
import { packTarball } from '../src/tarball.ts';

/** Installs the packed n8n package into an empty project, and loads it there on the Node that runs the tests. */

const run = promisify(execFile);
const name = 'n8n-nodes-carehooks';

interface Loaded {
  /** Descriptions by the file that they come from. */
  readonly nodes: Readonly<Record<string, INodeTypeDescription>>;
  readonly credentials: Readonly<Record<string, ICredentialType>>;
  /** Every file that was loaded for it. */
  readonly files: readonly string[];
}

let folder: string;
let project: string;
let loaded: Loaded;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'carehooks-empty-')));
  project = join(folder, 'project');
  await mkdir(project);
  await writeFile(join(project, 'package.json'), '{ "private": true }\n');
  const tarball = await packTarball(resolve('packages', name), folder);
  const flags = ['--offline', '--legacy-peer-deps', '--loglevel=error'];
  await run('npm', ['install', ...flags, tarball], { cwd: project });
  loaded = await load(await modulesOfN8n());
}, 60_000);

afterAll(() => rm(folder, { recursive: true }));

/** A folder with what n8n gives to nodes, and nothing else of this workspace: `n8n-workflow`. */
async function modulesOfN8n(): Promise<string> {
  const modules = join(folder, 'modules-of-n8n');
  await mkdir(modules);
  await symlink(resolve('node_modules', 'n8n-workflow'), join(modules, 'n8n-workflow'));
  return modules;
}

/** Loads the package in a process of its own, as n8n does: files export a class that is called like them. */
async function load(modulesFolder: string): Promise<Loaded> {
  const script = `
    const { nodes, credentials } = require('${name}/package.json').n8n;
    const instance = (file) => {
      const [className] = require('node:path').basename(file).split('.');
      return [file, new (require('${name}/' + file)[className])()];
    };
    const loaded = {
      nodes: Object.fromEntries(nodes.map(instance).map(([file, { description }]) => [file, description])),
      credentials: Object.fromEntries(credentials.map(instance)),
      files: Object.keys(require.cache),
    };
    process.stdout.write(JSON.stringify(loaded));`;
  const env = { PATH: process.env['PATH'] ?? '', NODE_PATH: modulesFolder };
  const { stdout } = await run(process.execPath, ['-e', script], { cwd: project, env, maxBuffer: 2 ** 26 });
  return JSON.parse(stdout) as Loaded;
}

/** What a file of the package has to be called that offers this. */
const classFile = (name: string, kind: string) => `${name[0]?.toUpperCase()}${name.slice(1)}.${kind}.js`;

describe(`${name} in an empty project`, () => {
  it('brings no other package with it', async () => {
    const lockfile = await readFile(join(project, 'package-lock.json'), 'utf8');
    const { packages } = JSON.parse(lockfile) as { packages: object };
    expect(Object.keys(packages)).toEqual(['', `node_modules/${name}`]);
  });

  it('loads all its nodes and credentials, each called like its file', () => {
    const nodes = Object.entries(loaded.nodes);
    const credentials = Object.entries(loaded.credentials);
    expect([nodes, credentials]).not.toContainEqual([]);
    for (const [file, { name }] of nodes) expect(file.split('/').at(-1)).toBe(classFile(name, 'node'));
    for (const [file, { name }] of credentials)
      expect(file.split('/').at(-1)).toBe(classFile(name, 'credentials'));
  });

  it('has every credential that its nodes ask for', () => {
    const names = Object.values(loaded.credentials).map((credential) => credential.name);
    const asked = Object.values(loaded.nodes).flatMap(({ credentials = [] }) =>
      credentials.map((credential) => credential.name),
    );
    expect([...new Set(asked)].sort()).toEqual(names.sort());
  });

  it('has every icon', async () => {
    const all = { ...loaded.nodes, ...loaded.credentials };
    const icons = Object.entries(all).flatMap(([file, { icon }]) => {
      const themes = typeof icon === 'string' ? [icon] : Object.values(icon ?? {});
      return themes.map((theme) =>
        join(project, 'node_modules', name, file, '..', theme.slice('file:'.length)),
      );
    });
    expect(icons).toHaveLength(2 * Object.keys(all).length);
    for (const icon of icons) expect(await readFile(icon, 'utf8')).toMatch(/^<svg /);
  });

  it('loads nothing of this workspace', () => {
    const outside = loaded.files.filter((file) => !file.startsWith(project + sep));
    const n8n = resolve('node_modules') + sep;
    expect(outside.filter((file) => !file.startsWith(n8n) || file.includes('@carehooks'))).toEqual([]);
    expect(loaded.files.some((file) => file.endsWith(join(name, 'dist', 'core.js')))).toBe(true);
  });

  it('would not load with a file that is missing', async () => {
    const core = join(project, 'node_modules', name, 'dist', 'core.js');
    await cp(core, join(folder, 'core.js'));
    await rm(core);
    await expect(load(join(folder, 'modules-of-n8n'))).rejects.toThrow('core.js');
    await cp(join(folder, 'core.js'), core);
  });
});
