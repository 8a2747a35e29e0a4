import { join } from 'node:path';
import { repositoryRoot } from '../src/paths.ts';
import { type Ground, prepareGround } from './commands/ground.ts';
import { Inspector } from './commands/inspector.ts';
import { cliCommands, readable, snippetsOn } from './commands/pages.ts';
import { type Started, started, typed } from './commands/shell.ts';
import { FIRST_RUN_MS } from './support/ping-server.ts';

/** `npm run n8n -- --inspect`, and against that n8n every command of docs/command-line.md and of the package's README. */

const root = repositoryRoot();
const isUp = /Ctrl\+C ends it and deletes its data/;

let session: Started;
let ground: Ground;
let inspector: Inspector | undefined;

beforeAll(async () => {
  session = await started('npm run n8n -- --inspect', isUp, { cwd: root });
  ground = await prepareGround(printed('n8n'));
}, FIRST_RUN_MS);

afterEach(() => {
  inspector?.close();
  inspector = undefined;
});

afterAll(async () => {
  await session?.interrupt();
  await ground?.close();
});

/** What the session has printed behind a name. */
function printed(name: string): string {
  const found = new RegExp(`^${name} +(\\S+)$`, 'm').exec(session.output())?.[1];
  if (found === undefined) throw new Error(`npm run n8n did not tell its ${name}:\n${session.output()}`);
  return found;
}

const shownFor = new Map(
  snippetsOn('docs/command-line.md').map(({ code, output }) => [code.trim(), output] as const),
);

const lasting = 'npx carehooks start';

/** Where what is looked at is not good. */
const notGood = [/--fault forged/, /CAREHOOKS_SECRET=another/, /sweep halo$/];

test.each(cliCommands.filter((command) => command !== lasting))('%s', async (command) => {
  const secret: Record<string, string> = / (send|verify) ally/.test(command)
    ? { CAREHOOKS_SECRET: 'whsec_test_123' }
    : {};
  const isJson = command.includes('--json');
  const line = isJson ? `${ground.asHere(command)} 2>/dev/null` : ground.asHere(command);
  const { code, output } = await typed(line, { cwd: ground.folder, env: { ...ground.variables, ...secret } });
  const shown = shownFor.get(command) ?? null;
  if (shown !== null) {
    const read = isJson ? (text: string): unknown => JSON.parse(text) : readable;
    expect(read(ground.steady(output))).toEqual(read(ground.steady(shown)));
  }
  expect(output).not.toBe('');
  expect(code).toBe(notGood.some((one) => one.test(command)) ? 1 : 0);
});

test(`${lasting}, outside of a checkout, until Ctrl+C`, async () => {
  const running = await started(lasting, /Ctrl\+C ends it/, { cwd: ground.folder, env: { PORT: '0' } });
  const output = running.output();
  await running.interrupt();
  expect(readable(ground.steady(output))).toBe(readable(ground.steady(shownFor.get(lasting) ?? '')));
});

test('npm run n8n -- --inspect lets a debugger stop in the sources of the nodes', async () => {
  inspector = await Inspector.attach(printed('inspector'));
  const receive = inspector.scripts.find(({ url }) =>
    url.endsWith('/n8n-nodes-carehooks/dist/nodes/runtime/receive.js'),
  );
  const map = (await (await fetch(receive?.sourceMapURL ?? '')).json()) as {
    readonly sources: readonly string[];
  };
  expect(map.sources).toEqual([
    join(root, 'packages', 'n8n-nodes-carehooks', 'nodes', 'runtime', 'receive.ts'),
  ]);

  const { scriptSource } = await inspector.send('Debugger.getScriptSource', { scriptId: receive?.scriptId });
  const lineNumber = String(scriptSource)
    .split('\n')
    .findIndex((line) => line.includes('.accept)('));
  await inspector.send('Debugger.setBreakpoint', { location: { scriptId: receive?.scriptId, lineNumber } });
  const paused = inspector.paused();
  const [, fire = ''] = /(http\S+\/ally\/admin\/fire)/.exec(session.output()) ?? [];
  const fired = fetch(fire, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ event: 'appointment.completed' }),
  });
  await paused;
  await inspector.send('Debugger.disable');
  expect((await fired).ok).toBe(true);
});

test('npm run n8n starts without an inspector, and leaves nothing behind', async () => {
  const plain = await started('npm run n8n', isUp, { cwd: root });
  expect(plain.output()).not.toContain('inspector');
  expect(plain.isRunning()).toBe(true);
  expect(await plain.interrupt()).toContain('n8n is stopped and its data deleted.');
});
