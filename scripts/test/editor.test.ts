import { readFileSync } from 'node:fs';
import { parseConfigFileTextToJson } from 'typescript';
import { INSPECTOR_PORT } from '../../packages/e2e/src/play/options.ts';
import { problemsOf } from '../known-commands.ts';

/** The launch configurations of VS Code, which takes comments in JSON as TypeScript does. */
interface Launch {
  readonly configurations: ReadonlyArray<{
    readonly name: string;
    readonly request: 'launch' | 'attach';
    readonly runtimeExecutable?: string;
    readonly runtimeArgs?: readonly string[];
    readonly port?: number;
  }>;
}

const file = '.vscode/launch.json';
const { config } = parseConfigFileTextToJson(file, readFileSync(file, 'utf8')) as { readonly config: Launch };
const launched = config.configurations.filter(({ request }) => request === 'launch');

test.each(launched.map((one) => [one.name, one] as const))(
  '"%s" runs a script that there is',
  (_name, one) => {
    const words = [one.runtimeExecutable, ...(one.runtimeArgs ?? [])];
    expect(problemsOf(words.filter((word) => !word?.startsWith('${')).join(' '))).toEqual([]);
  },
);

test('it attaches where npm run n8n -- --inspect listens, under the name that is told', () => {
  const [attach] = config.configurations.filter(({ request }) => request === 'attach');
  expect(attach?.port).toBe(INSPECTOR_PORT);
  expect(readFileSync('packages/e2e/src/play/session.ts', 'utf8')).toContain(`"${attach?.name}"`);
});
