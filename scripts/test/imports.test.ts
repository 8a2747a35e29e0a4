import { execFileSync } from 'node:child_process';

/** Who may import whom, as eslint.config.js says it: docs/architecture.md has the table. */

const cases: Array<[file: string, imported: string, message: string | null]> = [
  ['core/src/item.ts', 'node:crypto', null],
  ['core/src/item.ts', './json.ts', null],
  ['core/src/item.ts', 'node:fs', 'The core imports'],
  ['core/src/item.ts', 'zod/v4', 'The core imports'],
  ['core/src/item.ts', '../../simulator/src/index.ts', 'Another package'],
  ['core/src/schemas.ts', 'zod/v4', null],
  ['core/src/schemas.ts', 'node:crypto', 'A schema imports'],
  ['zapier-carehooks/src/sealed.ts', '@carehooks/core', null],
  ['zapier-carehooks/src/sealed.ts', 'node:fs', 'The Zapier apps import'],
  ['zapier-carehooks/src/sealed.ts', '../../n8n-nodes-carehooks/nodes/runtime/receive.ts', 'Another package'],
  ['cli/src/input.ts', '@carehooks/simulator', null],
  ['cli/src/input.ts', '@carehooks/harness/zapier', 'The command line imports'],
  ['cli/src/input.ts', '../../zapier-carehooks/src/app.ts', 'Another package'],
  ['harness/src/tarball.ts', '@carehooks/core', 'Only built artefacts'],
  ['e2e/src/pack.ts', '../../n8n-nodes-carehooks/nodes/runtime/receive.ts', 'Only built artefacts'],
  ['bench/src/main.ts', '../../zapier-carehooks/scripts/packaging/paths.ts', null],
  ['bench/src/main.ts', '../../zapier-carehooks/src/app.ts', 'Only built hosts'],
  ['simulator/src/index.ts', 'n8n-nodes-carehooks', 'Nothing imports a host'],
  ['simulator/test/hosts.test.ts', '../../zapier-carehooks/src/app.ts', 'Nothing imports a host'],
];

/** Lints a file with this one import in its place; Jest cannot load the configuration, which is an ES module. */
const script = `
  import { ESLint } from 'eslint';
  const eslint = new ESLint();
  const told = [];
  for (const [file, imported] of JSON.parse(process.argv[1])) {
    const options = { filePath: 'packages/' + file };
    const [{ messages }] = await eslint.lintText("export { one } from '" + imported + "';\\n", options);
    told.push(messages.map(({ message }) => message));
  }
  process.stdout.write(JSON.stringify(told));`;

let told: string[][];

beforeAll(() => {
  const words = ['--input-type=module', '-e', script, JSON.stringify(cases)];
  told = JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8' })) as string[][];
}, 60_000);

it.each(cases)('%s imports %s: %s', (file, imported, message) => {
  const index = cases.findIndex(([one, other]) => one === file && other === imported);
  expect(told[index]).toEqual(
    message === null ? [] : expect.arrayContaining([expect.stringContaining(message)]),
  );
});
