import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findExecutable } from '../src/machine/find-executable.ts';
import { repositoryRoot } from '../src/paths.ts';
import { installSystemPackages } from '../src/machine/system-packages.ts';
import { notRun, runElsewhere, shortForms } from './commands/coverage.ts';
import { linkedCheckout } from './commands/folders.ts';
import {
  cliCommands,
  commandsOn,
  guideCommands,
  n8nCommands,
  pages,
  readable,
  sessions,
  snippetsOn,
} from './commands/pages.ts';
import { started, typed } from './commands/shell.ts';

/** Every command of the docs, as the docs write it: run here, or said where it is run. */

const root = repositoryRoot();
const passed = /^Tests: .*\b[1-9]\d* passed/m;

/** These end, and say so. */
const ending: Readonly<Record<string, RegExp>> = {
  'npm run build:n8n': /build\.mjs/,
  'npm run zapier -- ally build': /ally/,
  'npm run live -- ally --help': /^Usage: npm run live /m,
  'npx jest packages/core/test/item.test.ts': passed,
  "npx jest packages/core/test/contract.test.ts -t 'Eka Care'": passed,
  'npx jest packages/core/test/contract.test.ts -t relations': passed,
  'npx jest packages/n8n-nodes-carehooks/test/texts.test.ts': passed,
};

/** These run until Ctrl+C, and say when they are up. */
const lasting: Readonly<Record<string, RegExp>> = {
  'npm start': /Ctrl\+C ends it/,
  'npx jest --watch packages/core/test/item.test.ts': passed,
};

let checkout: string;

beforeAll(async () => {
  if (findExecutable('openssl') === undefined) {
    await installSystemPackages(['openssl'], 'Running the commands of docs/signatures.md');
  }
  checkout = linkedCheckout();
});

afterAll(() => rmSync(checkout, { recursive: true, force: true }));

describe('every command of the docs', () => {
  const here = [...Object.keys(ending), ...Object.keys(lasting), ...Object.keys(shortForms)];
  const listed = [...here, ...Object.keys(runElsewhere), ...Object.keys(notRun)];
  const known = [
    ...listed,
    ...sessions.flatMap(commandsOn),
    ...cliCommands,
    ...n8nCommands,
    ...guideCommands,
  ];
  const written = pages.flatMap(commandsOn);

  test.each(pages)('of %s is run', (page) => {
    expect(commandsOn(page).filter((command) => !known.includes(command))).toEqual([]);
  });

  test('that is listed is in the docs, once', () => {
    expect(listed.filter((command) => !written.includes(command))).toEqual([]);
    expect(new Set(listed).size).toBe(listed.length);
    expect(n8nCommands.filter((command) => !written.includes(command))).toEqual([]);
  });

  const places = { ...runElsewhere };
  for (const [command, { rehearsal }] of Object.entries(notRun)) places[command] = rehearsal;

  test.each(Object.entries(places))('%s is run where it is said', (_command, { by, as }) => {
    expect(readFileSync(join(root, by), 'utf8')).toContain(as);
  });
});

test.each(Object.entries(ending))('%s', async (command, says) => {
  const { code, output } = await typed(command, { cwd: root });
  expect(output).toMatch(says);
  expect(code).toBe(0);
});

test.each(Object.entries(shortForms))('%s, in short', async (_command, { command, says, code = 0 }) => {
  const ended = await typed(command, { cwd: root });
  expect(ended.output).toMatch(says);
  expect(ended.code).toBe(code);
});

test.each(Object.entries(lasting))('%s, until Ctrl+C', async (command, says) => {
  const running = await started(command, says, { cwd: root, env: { PORT: '0' } });
  const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(running.output()) ?? [];
  if (url !== undefined) expect((await fetch(url)).status).toBe(200);
  expect(running.isRunning()).toBe(true);
  await running.interrupt();
});

describe.each(sessions)('the shell of %s', (page) => {
  const snippets = snippetsOn(page);
  const mark = '--- next ---';
  let outputs: string[];

  beforeAll(async () => {
    const script = snippets.map(({ code }) => code).join(`\necho '${mark}'\n`);
    const { output } = await typed(script, { cwd: checkout });
    // Versions of openssl name what they have hashed in their own ways.
    outputs = readable(output)
      .split(mark)
      .map((one) => readable(one).replace(/^\S*\(stdin\)= /, ''));
  });

  test.each(snippets.map(({ code, output }, index) => [code.split('\n')[0], output, index] as const))(
    'prints what is shown: %s',
    (_line, shown, index) => {
      expect(shown).not.toBeNull();
      expect(outputs[index]).toBe(shown?.trim());
    },
  );
});
