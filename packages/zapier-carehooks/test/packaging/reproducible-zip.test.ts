import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { reproducibleZip } from '../../scripts/packaging/reproducible-zip.ts';
import { apps } from '../support/apps.ts';
import { builtZip } from '../support/built-app.ts';

/** Apps are built here. */
jest.setTimeout(120_000);

const [one, two] = [strToU8('one '.repeat(500)), strToU8('two '.repeat(500))];

test('a zip becomes the same bytes whatever order, time and compression its files had', () => {
  const early = zipSync({ 'a.js': one, 'b.js': two }, { mtime: new Date(2020, 1, 1), level: 1 });
  const late = zipSync({ 'b.js': two, 'a.js': one }, { mtime: new Date(2030, 6, 1), level: 9 });
  expect(Buffer.from(early).equals(Buffer.from(late))).toBe(false);
  expect(Buffer.from(reproducibleZip(early)).equals(Buffer.from(reproducibleZip(late)))).toBe(true);
});

test('and keeps its files as they were', () => {
  const zip = zipSync({ 'a.js': one, 'folder/b.js': two });
  expect(unzipSync(reproducibleZip(zip))).toEqual({ 'a.js': one, 'folder/b.js': two });
});

test('another byte in a file is another zip', () => {
  const [zip, other] = [zipSync({ 'a.js': one }), zipSync({ 'a.js': two })];
  expect(Buffer.from(reproducibleZip(zip)).equals(Buffer.from(reproducibleZip(other)))).toBe(false);
});

describe('an app that is built once more', () => {
  const app = apps[0] ?? '';
  const scripts = join(__dirname, '..', '..', 'scripts', 'packaging');
  let folder: string;

  /** In a process of its own: esbuild does not run among the globals of Jest. */
  function run(work: string): string {
    const program = `import { buildZip, requireBuiltZip } from ${JSON.stringify(join(scripts, 'build-zip.ts'))};
    import { appPaths } from ${JSON.stringify(join(scripts, 'paths.ts'))};
    const app = ${JSON.stringify(app)};
    await ${work}(app, appPaths(app, ${JSON.stringify(folder)}));`;
    const env = { PATH: process.env['PATH'], TZ: 'Pacific/Auckland' };
    const args = ['--input-type=module', '--eval', program];
    return execFileSync(process.execPath, args, { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' });
  }

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'carehooks-rebuilt-'));
    run('buildZip');
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  test('elsewhere and in another time zone is the same zip', () => {
    const [built, rebuilt] = [builtZip(app), join(folder, `${app}.zip`)].map((file) => readFileSync(file));
    expect(built?.equals(rebuilt ?? Buffer.of())).toBe(true);
  });

  test('from the same sources is not built again', () => {
    expect(run('buildZip')).toMatch(/\.zip \(\d+ KB, sha256 [0-9a-f]{16}…\) is up to date\n$/);
    expect(run('requireBuiltZip')).toBe('');
  });

  test('from other sources is refused where it has to be the tested one', () => {
    writeFileSync(join(folder, `${app}.fingerprint`), 'of other sources');
    expect(() => run('requireBuiltZip')).toThrow(
      `The zip of ${app} is not built from these sources. Run npm run zapier -- ${app} build and the tests`,
    );
  });
});
