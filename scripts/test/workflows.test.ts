import { existsSync, globSync, readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { problemsOf } from '../known-commands.ts';

/** What GitHub runs, as far as that can be known without GitHub. */

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Concurrency {
  readonly group: string;
}

interface Job {
  readonly 'runs-on': string;
  readonly 'timeout-minutes': number;
  readonly needs?: string | readonly string[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: Concurrency;
  readonly strategy?: {
    readonly matrix: { readonly include?: ReadonlyArray<Readonly<Record<string, string>>> };
  };
  readonly outputs?: object;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly name: string;
  readonly on: object;
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency?: Concurrency;
  readonly jobs: Readonly<Record<string, Job>>;
}

function read(file: string): Workflow {
  const document = parseDocument(readFileSync(file, 'utf8'), { prettyErrors: true });
  expect([...document.errors, ...document.warnings]).toEqual([]);
  return document.toJS() as Workflow;
}

const scriptsOf = (folder: string) =>
  (JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as { scripts?: object }).scripts ?? {};

/** Commands of a step that this repository would have to know, and does not. */
function unknownCommands(run: string): string[] {
  const scripts = [...run.matchAll(/\bnpm (?:run )?([\w:-]+)(?: --workspace ([\w-]+))?/g)];
  const missing = scripts.filter(([command, script = '', workspace]) => {
    if (!command.startsWith('npm run ') && script !== 'test') return false;
    return !(script in scriptsOf(workspace === undefined ? '.' : `node_modules/${workspace}`));
  });
  const files = [...run.matchAll(/\bnode ([\w./-]+)/g)].filter(([, file = '']) => !existsSync(file));
  return [...missing, ...files].map(([command]) => command);
}

/** Names after a prefix such as `matrix.` in all expressions of a job. */
const namesAfter = (prefix: string, part: unknown) =>
  [...JSON.stringify(part).matchAll(new RegExp(`\\b${prefix}\\.([\\w-]+)`, 'g'))].map(
    ([, name = '']) => name,
  );

const files = globSync('.github/workflows/*.yml').sort();

describe.each(files)('%s', (file) => {
  const { jobs, ...workflow } = read(file);

  it('may do nothing that is not said, and waits for its turn', () => {
    expect(workflow.name).not.toBe('');
    const granted = Object.entries(workflow.permissions);
    expect(granted.filter(([, access]) => access !== 'read')).toEqual([]);
    for (const { concurrency = workflow.concurrency } of Object.values(jobs))
      expect(concurrency?.group).toMatch(/./);
  });

  describe.each(Object.entries(jobs))('%s', (_, job) => {
    it('ends some time, and waits for jobs that there are', () => {
      expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
      const needed = [job.needs ?? []].flat();
      expect(needed.filter((name) => !(name in jobs))).toEqual([]);
      for (const name of namesAfter('needs', job)) expect(needed).toContain(name);
    });

    it('uses what is defined', () => {
      for (const entry of job.strategy?.matrix.include ?? [])
        expect(Object.keys(entry)).toEqual(expect.arrayContaining(namesAfter('matrix', job)));
      const steps = job.steps.map(({ id }) => id);
      expect(namesAfter('steps', job.outputs ?? {}).filter((id) => !steps.includes(id))).toEqual([]);
    });

    it('takes actions at a commit, which nobody can replace', () => {
      const actions = job.steps.flatMap(({ uses }) => uses ?? []);
      expect(actions.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(action))).toEqual([]);
    });

    it('puts nothing into a shell that somebody else may write', () => {
      const commands = job.steps.flatMap(({ run }) => run ?? []).join('\n');
      const expressions = [...commands.matchAll(/\$\{\{\s*(.*?)\s*\}\}/g)].map(([, text = '']) => text);
      expect(expressions.filter((text) => !/^matrix\.\w+$/.test(text))).toEqual([]);
    });

    it('leaves the token of GitHub in the checkout only where it pushes', () => {
      const pushes = job.permissions?.['contents'] === 'write';
      const kept = job.steps
        .filter(({ uses }) => uses?.startsWith('actions/checkout@'))
        .map((step) => step.with?.['persist-credentials'] !== false);
      expect(kept).toEqual([pushes]);
    });

    it('runs what there is', () => {
      const commands = job.steps.flatMap(({ run }) => run ?? []);
      expect(commands.flatMap(unknownCommands)).toEqual([]);
      expect(job.steps.filter(({ run, uses }) => (run === undefined) === (uses === undefined))).toEqual([]);
    });
  });
});

it('what has owners of its own is there', () => {
  const lines = readFileSync('.github/CODEOWNERS', 'utf8').split('\n');
  const paths = lines.filter((line) => line.startsWith('/')).map((line) => line.slice(1).split(' ')[0] ?? '');
  expect(paths).not.toEqual([]);
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});

it('the suites that CI chooses are there', () => {
  const { jobs } = read('.github/workflows/ci.yml');
  const of = (job: string) => jobs[job]?.strategy?.matrix.include ?? [];
  const commands = [
    ...of('test').map(({ tests }) => `npx jest ${tests}`),
    ...of('e2e').map(({ suites }) => `npm run e2e -- ${suites}`),
  ];
  expect(commands).toHaveLength(5);
  expect(commands.flatMap(problemsOf)).toEqual([]);
});

it('would notice a command that there is not', () => {
  const run =
    'npm run check\nnpm run nothing -- x\nnpm run build --workspace carehooks\nnode nowhere.ts\nnpm ci';
  expect(unknownCommands(run)).toEqual(['npm run nothing', 'node nowhere.ts']);
  expect(unknownCommands('npm run nothing --workspace carehooks')).toHaveLength(1);
});

/** https://docs.npmjs.com/trusted-publishers */
describe('publishing', () => {
  const { jobs } = read('.github/workflows/release.yml');
  const mayPublish = Object.entries(jobs).filter(
    ([, { permissions }]) => permissions?.['id-token'] === 'write',
  );

  it('is one job’s alone, after the tests, and takes no token of npm', () => {
    expect(mayPublish.map(([name]) => name)).toEqual(['publish']);
    const commands = jobs['publish']?.steps.flatMap(({ run, uses }) => run ?? uses ?? []) ?? [];
    expect(commands.indexOf('npm test')).toBeGreaterThan(0);
    expect(commands.at(-1)).toMatch(/^changesets\/action@/);
    expect(readFileSync('.github/workflows/release.yml', 'utf8')).not.toMatch(
      /secrets\.|NPM_TOKEN|AUTH_TOKEN/,
    );
  });

  it('passes n8n’s guard, which holds off everybody else', () => {
    const guard = scriptsOf('packages/n8n-nodes-carehooks') as { prepublishOnly?: string };
    expect(guard.prepublishOnly).toBe('n8n-node prerelease');
    expect(jobs['publish']?.steps.at(-1)).toMatchObject({ env: { RELEASE_MODE: 'true' } });
  });
});
