import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PlatformApi } from '@carehooks/harness/zapier';
import { version } from '../../package.json';
import { apps, platformOf } from '../support/apps.ts';
import { builtZip } from '../support/built-app.ts';
import { zapierCommand } from '../support/zapier-command.ts';

/** Each command of Zapier's command line takes some seconds. */
jest.setTimeout(120_000);

const details = [
  ...['--desc', 'An app that tells of appointments as they change.', '--url', 'https://example.com'],
  ...['--audience', 'private', '--role', 'contractor', '--category', 'scheduling', '--yes'],
];

/** Without these Zapier takes no version of an app. */
const complete = { description: '', app_category: 'scheduling', intention: 'private', role: 'contractor' };

/** What a command that failed wrote to stderr is shown with the difference. */
const success = { code: 0, stderr: expect.any(String) };

describe('a release, rehearsed with the command line of Zapier', () => {
  let home: string;
  let file: string;
  let api: PlatformApi;
  const [first = '', ...others] = apps;
  const zapier = (...args: readonly string[]) => zapierCommand(args, home, api.environment);
  const registrations = () => JSON.parse(readFileSync(file, 'utf8')) as Record<string, { id: number }>;

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'carehooks-release-'));
    file = join(home, '.config', 'carehooks', 'zapier-apps.json');
    api = await PlatformApi.start({ deployKey: 'deploy-key-of-a-maintainer' });
    // All but the first app are there already.
    mkdirSync(join(home, '.config', 'carehooks'), { recursive: true });
    const known = others.map((app) => [app, api.register({ ...complete, title: platformOf(app).name })]);
    writeFileSync(file, JSON.stringify(Object.fromEntries(known)));
  });

  afterAll(async () => {
    await api.close();
    rmSync(home, { recursive: true });
  });

  test('registers an app under the name of its platform, and remembers which it is', async () => {
    expect(await zapier(first, 'register', ...details)).toMatchObject(success);
    const registered = [...api.apps.values()].find(({ title }) => title === platformOf(first).name);
    expect(registered).toMatchObject({ intention: 'private', role: 'contractor' });
    expect(registrations()[first]).toEqual({ id: registered?.id, key: registered?.key });
    expect(Object.keys(registrations()).sort()).toEqual([...apps].sort());
  });

  test('pushes byte for byte the zips that the tests run, once Zapier has checked them', async () => {
    expect(await zapier('all', 'push')).toMatchObject(success);
    expect(api.uploads.map(({ app }) => app)).toEqual(apps.map((app) => registrations()[app]?.id));
    for (const [index, app] of apps.entries()) {
      const { version: pushed, zip, sourceZip } = api.uploads[index]!;
      expect(pushed).toBe(version);
      expect(zip.equals(readFileSync(builtZip(app)))).toBe(true);
      expect(sourceZip.equals(readFileSync(builtZip(app).replace(/zip$/, 'source.zip')))).toBe(true);
    }
    const order = api.calls.filter((call) => /check|versions/.test(call)).map((call) => call.split(' ')[0]);
    expect(order).toEqual(apps.flatMap(() => ['POST', 'PUT']));
  });

  test('promotes an app with its own notes of the version, and names the triggers that they are about', async () => {
    const changelog = join(home, 'CHANGELOG.md');
    const entries = `- ${platformOf(first).name}: fix trigger/any_event\n- Be faster\n`;
    writeFileSync(changelog, `# zapier-carehooks\n\n## ${version}\n\n### Patch Changes\n\n${entries}`);
    expect(await zapier(first, 'promote', '--yes', '--changelog', changelog)).toMatchObject(success);
    expect(api.promotions).toMatchObject([
      {
        app: registrations()[first]?.id,
        to_version: version,
        changelog: '- Fix trigger/any_event\n- Be faster',
        is_bugfix: true,
        is_feature_update: false,
        app_metadata: [{ app_change_type: 'BUGFIX', action_type: 'read', action_key: 'any_event' }],
      },
    ]);
  });
});

describe('a release that cannot be', () => {
  let home: string;
  let api: PlatformApi | undefined;
  const app = apps[0]!;

  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'carehooks-release-'));
  });

  afterAll(async () => {
    await api?.close();
    rmSync(home, { recursive: true });
  });

  test.each(['push', 'promote', 'register', 'link'])('%s asks for an account first', async (command) => {
    const { code, stderr } = await zapierCommand([app, command], home);
    expect(stderr).toBe(
      'This needs a Zapier account. Run npx zapier-platform login, or set ZAPIER_DEPLOY_KEY.\n',
    );
    expect(code).toBe(1);
  });

  test('push says how an app is registered, and which apps it did not come to', async () => {
    const { code, stderr } = await zapierCommand(['all', 'push'], home, { ZAPIER_DEPLOY_KEY: 'some-key' });
    expect(stderr).toContain(`Run: npm run zapier -- ${app} register\n`);
    expect(stderr).toContain(`\nNot tried: ${apps.slice(1).join(', ')}.\n`);
    expect(code).toBe(1);
  });

  test('push says how the list of apps is mended when it is no such list', async () => {
    const file = join(home, 'apps.json');
    writeFileSync(file, JSON.stringify({ [app]: { id: 'App12' } }));
    const { code, stderr } = await zapierCommand([app, 'push'], home, {
      ZAPIER_DEPLOY_KEY: 'some-key',
      CAREHOOKS_ZAPIER_APPS: file,
    });
    expect(stderr).toContain(`${file} is not as it should be. Mend it: {"ally":{"id":1234,"key":"App1234"}}`);
    expect(code).toBe(1);
  });

  test('promote says how the notes are written when there are none', async () => {
    const { code, stderr } = await zapierCommand([app, 'notes', '--changelog', join(home, 'none.md')], home);
    expect(stderr).toBe(
      `There is no ${join(home, 'none.md')}. Run npx changeset version, which writes it.\n`,
    );
    expect(code).toBe(1);
  });

  test('promote sends no notes about a trigger that there is not', async () => {
    const file = join(home, 'unknown.md');
    writeFileSync(file, `## ${version}\n\n- Fix trigger/no_such_event\n`);
    const { code, stderr } = await zapierCommand([app, 'notes', '--changelog', file], home);
    expect(stderr).toContain(
      `The notes name trigger/no_such_event, which ${app} does not have. Mend ${file};`,
    );
    expect(code).toBe(1);
  });

  test('push uploads nothing that fails a check at Zapier', async () => {
    api = await PlatformApi.start({
      deployKey: 'some-key',
      check: () => [{ tag: 'D021', trigger: 'any_event', message: 'Description must start with "Triggers"' }],
    });
    const file = join(home, 'registered.json');
    writeFileSync(file, JSON.stringify({ [app]: api.register({ title: 'An app' }) }));
    const environment = { ...api.environment, CAREHOOKS_ZAPIER_APPS: file };
    const { code, stdout, stderr } = await zapierCommand([app, 'push'], home, environment);
    expect(stdout).toContain('(D021)');
    expect(stderr).toBe(`${app} fails checks at Zapier. Mend what is listed above.\n`);
    expect(code).toBe(1);
    expect(api.uploads).toEqual([]);
  });
});
