import { loadN8nPackage } from '@carehooks/harness/n8n';
import { simulatedAccount } from '../simulated-account.ts';
import { addTrigger, request } from './eka-care-setting.ts';

const account = simulatedAccount('ekaCare');

async function testCredential(changed: Record<string, string> = {}) {
  const host = await loadN8nPackage('packages/n8n-nodes-carehooks');
  return host.testCredential('ekaCareApi', { ...account.connection(), ...changed });
}

const logins = () => account.platform().requests.list({ path: '/login' }).length;

describe('the credential', () => {
  it('is tested by a login and a look at the business', async () => {
    expect(await testCredential()).toMatchObject({ status: 'OK' });
    const paths = account
      .platform()
      .requests.list()
      .map(({ path }) => path);
    expect(paths.at(-1)).toBe('/eka-care/api/dr/v1/business/entities');
    expect(logins()).toBeGreaterThan(0);
  });

  it.each(['clientSecret', 'clientId', 'sharingSecret'])('is found wrong with a wrong %s', async (key) => {
    expect(await testCredential({ [key]: 'wrong' })).toMatchObject({ status: 'Error' });
  });

  it('sends the token in the header auth as well, if that is chosen', async () => {
    account.platform().settings.update({ api: { tokenHeader: 'auth' } });
    expect(await testCredential()).toMatchObject({ status: 'Error' });
    expect(await testCredential({ sendAuthHeader: 'yes' })).toMatchObject({ status: 'OK' });
  });

  it('keeps the token to itself', async () => {
    const host = await loadN8nPackage('packages/n8n-nodes-carehooks');
    const [token] = host.package.credentials.get('ekaCareApi')?.properties ?? [];
    expect(token).toMatchObject({ name: 'accessToken', type: 'hidden', typeOptions: { expirable: true } });
  });
});

describe('the token', () => {
  const expanding = { expand: ['patient'] };

  it('is got once for several deliveries', async () => {
    const node = await addTrigger(account.connection(), expanding);
    for (const name of ['appointment.created', 'event-type']) {
      const { run } = await node.receive(request(node, account.connection(), name));
      expect(run?.items[0]?.[0]?.json).toMatchObject({ trigger: { expansion: { patient: 'ok' } } });
    }
    expect(logins()).toBe(1);
  });

  it('is got anew when the API no longer takes it', async () => {
    const node = await addTrigger(account.connection(), expanding);
    await node.receive(request(node, account.connection(), 'appointment.created'));
    account.platform().tokens.clear();
    const { run } = await node.receive(request(node, account.connection(), 'event-type'));
    expect(run?.items[0]?.[0]?.json).toMatchObject({ trigger: { expansion: { patient: 'ok' } } });
    expect(logins()).toBe(2);
  });
});
