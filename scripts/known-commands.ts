import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { processIo } from '../packages/cli/src/process.ts';
import { createProgram } from '../packages/cli/src/program.ts';
import { readPlayOptions } from '../packages/e2e/src/play/options.ts';
import { programsIn } from './commands.ts';

/** Says what there is not of what the words name; undefined where all is there. */
type Look = (words: readonly string[]) => string | undefined;

/** Runs where commands are meant to be typed, the root of the repository. */
export function problemsOf(command: string): string[] {
  return programsIn(command).flatMap(([program = '', ...words]) => {
    const look = programs[program];
    const problem = look === undefined ? `there is no program ${program}` : look(words);
    return problem === undefined ? [] : [`${problem}: ${command}`];
  });
}

const fine: Look = () => undefined;

const programs: Readonly<Record<string, Look>> = {
  npm: lookAtNpm,
  npx: ([bin = '', ...words]) => (existsSync(`node_modules/.bin/${bin}`) ? bins[bin]?.(words) : `no ${bin}`),
  carehooks: lookAtCli,
  node: ([first = '']) => (first.startsWith('-') || existsSync(first) ? undefined : `no ${first}`),
  'zapier-platform': fine,
  // Found everywhere, or installed for the end-to-end tests, which run them.
  ...{ openssl: fine, printf: fine, cat: fine, cut: fine, tr: fine, export: fine },
};

const bins: Readonly<Record<string, Look>> = { carehooks: lookAtCli, jest: lookAtJest };

function lookAtNpm([name = '', ...rest]: readonly string[]): string | undefined {
  if (name === 'ci') return undefined;
  const [script = '', ...words] = name === 'run' ? rest : [name, ...rest];
  const end = words.includes('--') ? words.indexOf('--') : words.length;
  const [options, given] = [words.slice(0, end), words.slice(end + 1)];
  const workspace = options[options.findIndex((word) => word === '-w' || word === '--workspace') + 1];
  const manifest = options.length === 0 ? 'package.json' : manifestOf(workspace);
  if (manifest === undefined) return `no workspace ${workspace}`;
  const { scripts = {} } = readManifest(manifest);
  return script in scripts ? afterDashes[script]?.(given) : `no script ${script}`;
}

/** What follows `--` of a script. */
const afterDashes: Readonly<Record<string, Look>> = {
  zapier: lookAtZapier,
  e2e: (words) => words.map((word) => lookForFile(`packages/e2e/test/*${word}`)).find(Boolean),
  bench: (words) =>
    words
      .filter((word) => word !== '--write')
      .map((word) => lookForFile(`packages/bench/src/benchmarks/${word}.ts`))
      .find(Boolean),
  n8n: (words) => {
    readPlayOptions(words);
    return undefined;
  },
};

interface Manifest {
  readonly name: string;
  readonly scripts?: Readonly<Record<string, string>>;
}

function readManifest(file: string): Manifest {
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
}

function manifestOf(workspace: string | undefined): string | undefined {
  return globSync('packages/*/package.json').find((file) => readManifest(file).name === workspace);
}

function lookAtJest(words: readonly string[]): string | undefined {
  const paths = words.filter((word, index) => !word.startsWith('-') && words[index - 1] !== '-t');
  return paths.map(lookForFile).find(Boolean);
}

/** Jest takes a path for the beginning of many. From a placeholder on, anything may follow. */
function lookForFile(path: string): string | undefined {
  return globSync(`${path.replace(/<.*/, '')}*`).length > 0 ? undefined : `no ${path}`;
}

function lookAtCli([name = '', ...words]: readonly string[]): string | undefined {
  const surroundings = { checkout: null, fixtures: '', catchInterrupt: () => new AbortController().signal };
  const program = createProgram(processIo, surroundings);
  const command = name.startsWith('-') ? program : program.commands.find((one) => one.name() === name);
  if (command === undefined) return `no command ${name}`;
  const options = command.createHelp().visibleOptions(command);
  const wanted = [name, ...words].filter((word) => word.startsWith('--'));
  const unknown = wanted.find((word) => options.every(({ long }) => long !== word));
  return unknown === undefined ? undefined : `no option ${unknown}`;
}

let zapierUsage: string | undefined;

function lookAtZapier([app = '', command = '']: readonly string[]): string | undefined {
  zapierUsage ??= execFileSync(process.execPath, ['packages/zapier-carehooks/scripts/zapier.ts', '--help'], {
    encoding: 'utf8',
  });
  const apps = readdirSync('packages/zapier-carehooks/src/apps').map((file) => file.replace(/\.ts$/, ''));
  if (![...apps, 'all'].includes(app) && !isPlaceholder(app)) return `no app ${app}`;
  const known = isPlaceholder(command) || new RegExp(`^ +${command} `, 'm').test(zapierUsage);
  return known ? undefined : `no command ${command}`;
}

function isPlaceholder(word: string): boolean {
  return /^<[\w-]+>$/.test(word);
}
