import { converse, ensureSubscription, halo, isOurs } from '@carehooks/core';
import { silence } from '../receiver.ts';
import { haloAccounts } from './account.ts';

const { open, start } = haloAccounts();
const targetUrl = 'http://127.0.0.1:5678/webhook/1';
const { subscription } = halo;

type Account = Awaited<ReturnType<typeof open>>;

function list({ connection, client }: Account) {
  return converse(subscription.list(connection), client);
}

describe('a webhook', () => {
  it('is ours when a trigger made it', async () => {
    const account = await open();
    await ensureSubscription(account.optionsFor(targetUrl, ['closed']), account.client);
    const [made] = await list(account);
    expect(isOurs(made!, halo, account.connection)).toBe(true);
  });

  it.each([
    ['another user', { name: 'Carehooks n8n.example.com', authentication_type: 1, basic_username: 'me' }],
    ['no user', { name: 'Carehooks n8n.example.com' }],
    ['another name', { name: 'Our own', authentication_type: 1, basic_username: 'carehooks' }],
  ])('is not ours with %s', async (_what, fields) => {
    const account = await open();
    account.platform.webhooks.create({ ...fields, url: targetUrl });
    const [made] = await list(account);
    expect(isOurs(made!, halo, account.connection)).toBe(false);
  });
});

describe('its recent deliveries', () => {
  async function deliveries(account: Account) {
    const [made] = await list(account);
    return converse(subscription.recentDeliveries!(made!, account.connection), account.client);
  }

  it('come with time and answer, newest first', async () => {
    const account = await open({ delivery: { timeout: 50 } });
    const { platform } = account;
    const receiver = await start.receiver(200, 401, silence);
    const { id } = platform.webhooks.create({ name: '', url: receiver.url });
    for (let times = 0; times < 3; times += 1) await platform.fire('closed', { webhookId: id }).settled();
    const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);
    expect(await deliveries(account)).toEqual([
      { at, status: null },
      { at, status: 401 },
      { at, status: 200 },
    ]);
  });

  it('are none without the right to see them', async () => {
    const account = await open();
    account.platform.webhooks.create({ name: '', url: targetUrl });
    account.platform.apiFaults.add({ fault: { kind: 'status', status: 403 }, path: '/api/WebhookEvent' });
    expect(await deliveries(account)).toEqual([]);
  });
});
