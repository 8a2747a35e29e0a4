import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { unzipSync } from 'fflate';
import { version } from '../../package.json';
import { apps, platformOf } from '../support/apps.ts';
import { builtZip } from '../support/built-app.ts';

/** Other programs are run here, which takes its time on a busy machine. */
jest.setTimeout(60_000);

/** What Zapier's Lambda would be asked for: what the app is, whether it is sound, and a sample from its own data. */
const program = `import { handler } from './zapierwrapper.js';
const ask = async (event) => (await handler(event)).results;
const definition = await ask({ command: 'definition' });
const bundle = { authData: {}, inputData: {}, inputDataRaw: {}, meta: { isLoadingSample: true } };
process.stdout.write('\\n' + JSON.stringify({
  version: definition.version,
  triggers: Object.keys(definition.triggers),
  problems: await ask({ command: 'validate' }),
  items: await ask({ method: 'triggers.any_event.operation.performList', bundle, isDeveloper: true }),
}));`;

/** What the program says, after what Zapier's runtime logs. */
const lastLine = (output: string) => output.split('\n').at(-1) ?? '';

describe.each(apps)('the zip of %s, unpacked into an empty folder', (app) => {
  let folder: string;

  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'carehooks-empty-')));
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(builtZip(app))))) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), bytes);
    }
    writeFileSync(join(folder, 'ask.js'), program);
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  /** Node ends a program that reads outside its folder, writes, or starts another. */
  const run = (file: string) =>
    execFileSync(process.execPath, ['--permission', `--allow-fs-read=${folder}`, file], {
      cwd: folder,
      env: { TZ: 'UTC' },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });

  test('runs with nothing but what is in it', () => {
    expect(relative(join(__dirname, '..', '..', '..', '..'), folder)).toMatch(/^\.\./);
    const {
      version: own,
      triggers,
      problems,
      items,
    } = JSON.parse(lastLine(run('ask.js'))) as Record<string, unknown>;
    expect(own).toBe(version);
    expect(triggers).toContain('any_event');
    expect(problems).toEqual([]);
    expect(items).toMatchObject([{ trigger: { platform: platformOf(app).id } }]);
  });

  test('would be stopped if it read anything else', () => {
    writeFileSync(join(folder, 'stray.js'), `import ${JSON.stringify(__filename)};`);
    expect(() => run('stray.js')).toThrow('ERR_ACCESS_DENIED');
  });
});
