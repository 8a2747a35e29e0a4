import { ally } from '@carehooks/core';
import { type Bundle, createAppTester, type ZObject } from 'zapier-platform-core';
import { toAuthHelp } from '../src/fields/help.ts';
import App from '../src/apps/ally.ts';
import { startAllyApi } from './support/ally-api.ts';
import type { LoopbackApi } from './support/loopback.ts';

const appTester = createAppTester(App);
let api: LoopbackApi;

beforeAll(async () => {
  api = await startAllyApi();
});

afterAll(() => api.close());

beforeEach(() => {
  api.calls.length = 0;
});

type Test = (z: ZObject, bundle: Bundle) => Promise<{ label: string }>;

function testConnection(authData: Record<string, string>): Promise<{ label: string }> {
  return appTester(App.authentication?.test as Test, { authData: { baseUrl: api.url, ...authData } });
}

describe('the test of a connection', () => {
  test('asks the API and takes its label', async () => {
    await expect(testConnection({ apiKey: 'test_key' })).resolves.toEqual({
      label: 'Harbour Clinic (test mode)',
    });
    expect(api.calls).toMatchObject([{ url: '/organisations', headers: { authorization: 'test_key' } }]);
  });

  test('authorises as the connection says, and says what to do about a key that is refused', async () => {
    const authData = { apiKey: 'test_canary', authorizationScheme: 'Bearer' };
    const failure = await testConnection(authData).catch((error: Error) => error);
    expect(failure).toMatchObject({
      message: expect.stringContaining('Check the API key in the credentials'),
    });
    expect(failure).toMatchObject({ message: expect.not.stringContaining('canary') });
    expect(api.calls).toMatchObject([{ headers: { authorization: 'Bearer test_canary' } }]);
  });

  test('needs no call where only webhooks are received', async () => {
    await expect(testConnection({ webhookSecret: 'whsec_1' })).resolves.toEqual({
      label: 'Ally (Heim) (webhooks only)',
    });
    expect(api.calls).toEqual([]);
  });

  test('refuses a connection with nothing in it', async () => {
    await expect(testConnection({})).rejects.toThrow('Enter an API key, a webhook secret, or both.');
  });
});

describe('the form of a connection', () => {
  const fields = App.authentication?.fields ?? [];
  const field = (key: string) => fields.find((one) => one.key === key);

  test('has a field for every setting of the platform', () => {
    expect(fields.map(({ key, label, helpText }) => ({ key, label, helpText }))).toEqual(
      ally.settings.map((setting) => ({
        key: setting.key,
        label: setting.label,
        helpText: toAuthHelp(setting, ally),
      })),
    );
  });

  test('leads from a secret to the guide that says where it is found, and shows other addresses as text', () => {
    expect(field('apiKey')?.helpText).toMatch(
      /live_\. See \[how to connect\]\(https:\/\/.*\/docs\/platforms\/ally\.md\)\.$/,
    );
    expect(field('baseUrl')?.helpText).toMatch(/ `https:\/\/api\.allyhealth\.co\.uk\/v1`\.$/);
  });

  test('hides every secret', () => {
    const hidden = fields.filter(({ type }) => type === 'password').map(({ key }) => key);
    expect(hidden).toEqual(ally.settings.filter(({ type }) => type === 'secret').map(({ key }) => key));
    expect(hidden).toContain('apiKey');
  });

  test('fills in defaults', () => {
    expect(field('baseUrl')).toMatchObject({ default: 'https://api.heim.health/v1', required: false });
    expect(field('apiKey')).not.toHaveProperty('default');
  });

  test('shows a choice without a value as what an untouched dropdown means', () => {
    expect(field('authorizationScheme')).toMatchObject({
      choices: { Bearer: 'Bearer' },
      placeholder: 'API Key Alone',
    });
    expect(field('authorizationScheme')).not.toHaveProperty('default');
  });
});
