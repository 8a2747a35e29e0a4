import { platforms } from '@carehooks/core';
import { accounts, type Diagnosis } from './accounts.ts';
import { carehooks, platformOf, variables } from './command-line.ts';

const account = accounts();
const canary = 'canary-7f3a';

function states({ checks }: Pick<Diagnosis, 'checks'>): string[] {
  return checks.map(({ name, state }) => `${name} ${state}`);
}

describe.each(platforms)('$name', ({ id, subscription, api }) => {
  const isAutomatic = subscription.mode === 'api';
  const reached = [
    'settings ok',
    'base-url ok',
    ...(api.session === undefined ? [] : ['login ok']),
    'connection ok',
  ];

  it('is healthy where everything is right', async () => {
    const found = await (await account(id)).doctor();
    expect(states(found)).toEqual([...reached, isAutomatic ? 'webhooks ok' : 'webhooks note']);
    expect(found).toMatchObject({ code: 0, platform: id, healthy: true });
    expect(found.checks.find(({ name }) => name === 'connection')?.message).toMatch(/^Account: \S/);
  });

  it('tells each check in a line, and no secret', async () => {
    const { env } = await account(id);
    const { code, out } = await carehooks(['doctor', id], { env });
    expect(code).toBe(0);
    expect(out).toMatch(/^✓ Settings: .*\n✓ Base URL: http:\/\/127\.0\.0\.1:\d+\/\S+\n/);
    const secrets = platformOf(id).settings.filter(({ type }) => type === 'secret');
    for (const { key } of secrets) {
      const value = variables(platformOf(id), { [key]: '' });
      const [name = ''] = Object.keys(value);
      if (env[name] !== undefined) expect(out).not.toContain(env[name]);
    }
  });

  it('says that the account is not accepted', async () => {
    const wrong = { apiKey: canary, clientSecret: canary };
    const found = await (await account(id, wrong)).doctor();
    expect(found.code).toBe(3);
    expect(found.checks.at(-1)).toMatchObject({
      name: api.session === undefined ? 'connection' : 'login',
      state: 'problem',
      message: expect.stringContaining('not accepted'),
      hint: expect.stringMatching(/^\S/),
    });
    expect(found.all).not.toContain(canary);
  });

  it('says that the base URL is none', async () => {
    const wrong = { baseUrl: `ftp://${canary}`, haloUrl: `ftp://${canary}` };
    const found = await (await account(id, wrong)).doctor();
    expect(states(found)).toEqual(['settings ok', 'base-url problem']);
    expect(found.code).toBe(2);
  });

  it('says that nothing answers at the base URL', async () => {
    const wrong = { baseUrl: 'http://127.0.0.1:9', haloUrl: 'http://127.0.0.1:9' };
    const found = await (await account(id, wrong)).doctor();
    expect(found.checks.at(-1)).toMatchObject({ state: 'problem', message: 'The API cannot be reached' });
    expect(found.code).toBe(3);
  }, 15_000);

  it('says that something else than the API answers at the base URL', async () => {
    const { simulated, doctor } = await account(id);
    simulated.apiFaults.add({ fault: { kind: 'html' } });
    const found = await doctor();
    expect(found.checks.at(-1)).toMatchObject({
      state: 'problem',
      message: expect.stringContaining('something other than the JSON'),
    });
    expect(found.code).toBe(3);
  });

  it('names the variables that are missing', async () => {
    const { code, out } = await carehooks(['doctor', id]);
    expect(code).toBe(isAutomatic ? 2 : 0);
    expect(out).toMatch(/^[✗•] .*\n {2}What to do: Set CAREHOOKS_/);
  });

  it('lists its environment variables in the help', async () => {
    const { code, out } = await carehooks(['doctor', id, '--help']);
    expect(code).toBe(0);
    for (const { key } of platformOf(id).settings) {
      expect(out).toContain(Object.keys(variables(platformOf(id), { [key]: '' }))[0]);
    }
    expect(out.match(/Environment variables for/g)).toHaveLength(1);
  });
});

it('asks a person for what is missing, and does not show it', async () => {
  const { env } = await account('ally');
  const { CAREHOOKS_ALLY_API_KEY: key = '', ...rest } = env;
  const { code, out, all } = await carehooks(['doctor', 'ally'], { env: rest, typed: `${key}\r` });
  expect(code).toBe(0);
  expect(out).toContain('✓ Account: ');
  expect(all).not.toContain(key);
});

it('tells the steps where webhooks are made by hand', async () => {
  const { env } = await account('ally');
  const { out } = await carehooks(['doctor', 'ally'], { env });
  expect(out).toContain('• Webhooks of Ally (Heim) are made by hand');
  expect(out).toMatch(/\n {2}1\. In the Ally \(Heim\) dashboard/);
});

it('refuses a choice that there is not', async () => {
  const found = await (await account('eka-care', { environment: 'moon' })).doctor();
  expect(found.checks).toMatchObject([
    { name: 'settings', state: 'problem', hint: expect.stringContaining('production, stage, custom') },
  ]);
  expect(found.code).toBe(2);
});

it.each([
  ['eka-care', 'appointment.moved', 0],
  ['ally', 'appointment.moved', 2],
])('checks the names of events of %s as far as they are known', async (id, event, code) => {
  const { env, simulated, simulator } = await account(id);
  const target = `${simulator.url}/hook`;
  simulated.account.register(target);
  const result = await carehooks(['doctor', id, '--events', event], { env });
  expect(result.code).toBe(code);
  if (code === 2) expect(result.err).toContain('Choose one of: appointment.created, ');
});
