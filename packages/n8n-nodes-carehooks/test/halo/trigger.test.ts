import type { JsonObject } from '@carehooks/core';
import { simulatedAccount } from '../simulated-account.ts';
import { addTrigger, request } from './halo-setting.ts';

const account = simulatedAccount('halo');

const one = { event: 'ticket status changed', object_id: 4251, ticket: { id: 4251, client_id: 12 } };

describe('publishing', () => {
  it('makes the webhook and its notifications, and unpublishing removes both', async () => {
    const node = await addTrigger({ haloApi: account.connection() });
    const { webhooks } = account.platform();
    await node.hook('create');
    const [webhook] = webhooks.list();
    expect(webhook).toMatchObject({ url: node.webhookUrl(), authentication_type: 1 });
    expect(webhooks.notifications()).toMatchObject([{ webhook_id: webhook?.id, eventno: 76 }]);
    expect(JSON.stringify([node.staticData, node.node])).not.toContain(webhook?.['basic_password']);
    await node.hook('delete');
    expect(webhooks.list()).toEqual([]);
    expect(webhooks.notifications()).toEqual([]);
    await expect(node.hook('delete')).resolves.toBe(true);
  });

  it('sets the password anew after the client secret was replaced, and takes the old one meanwhile', async () => {
    const before = account.connection();
    const secrets = { clientSecret: 'new secret', previousClientSecret: before['clientSecret'] ?? '' };
    const node = await addTrigger({ haloApi: { ...before, ...secrets } }, { events: ['*'] });
    account.platform().account.register(node.webhookUrl());
    account.platform().settings.update({ login: { clientSecret: 'new secret' } });
    expect((await node.receive(request(node, before, one))).reply.status).toBe(200);
    expect(await node.hook('checkExists')).toBe(false);
    const [old] = account.platform().webhooks.list();
    await node.hook('create');
    const [renewed, ...others] = account.platform().webhooks.list();
    expect(others).toEqual([]);
    expect(renewed).toMatchObject({ id: old?.id, basic_username: 'carehooks' });
    expect(renewed?.['basic_password']).not.toBe(old?.['basic_password']);
  });

  it('asks for the known events where any event is chosen, and for those that the user numbers', async () => {
    await (await addTrigger({ haloApi: account.connection() }, { events: ['*'] })).hook('create');
    expect(account.platform().webhooks.notifications()).toHaveLength(8);
    account.platform().webhooks.clear();
    const custom = { events: ['closed'], options: { customEvents: '5 Ticket Reassigned' } };
    await (await addTrigger({ haloApi: account.connection() }, custom)).hook('create');
    expect(account.platform().webhooks.notifications()).toMatchObject([{ eventno: 39 }, { eventno: 5 }]);
  });

  it.each([
    ['without admin rights', { permissions: { admin: false } }, {}, /refuses access/],
    ['with a wrong secret', {}, { clientSecret: 'wrong' }, /not accepted/],
    ['without the tenant', { login: { authInfo: 'off' as const } }, {}, /not accepted/],
  ])('says what to do %s', async (_what, settings, wrong, message) => {
    account.platform().settings.update(settings);
    const node = await addTrigger({ haloApi: { ...account.connection(), ...wrong } });
    await expect(node.hook('create')).rejects.toThrow(message);
    expect(account.platform().webhooks.list()).toEqual([]);
  });
});

describe('a delivery', () => {
  it('of the simulated platform starts the workflow with its records filled in', async () => {
    const node = await addTrigger(
      { haloApi: account.connection() },
      { expand: ['ticket', 'client', 'actions'] },
    );
    const { reply, run } = await node.receive(request(node, account.connection(), one));
    expect(reply.status).toBe(200);
    expect(run?.items[0]?.[0]?.json).toMatchObject({
      ticket: { id: 4251, user_name: 'Martha Oyelaran' },
      client: { name: 'Rosewood House Care' },
      actions: [{ hiddenfromuser: false }, { hiddenfromuser: false }],
      trigger: { event: 'ticket status changed', verified: 'basic' },
    });
  });

  it('holds private notes only where the option says so', async () => {
    const options = { includePrivateNotes: 'yes' };
    const node = await addTrigger({ haloApi: account.connection() }, { expand: ['actions'], options });
    const { run } = await node.receive(request(node, account.connection(), one));
    expect(run?.items[0]?.[0]?.json['actions']).toHaveLength(3);
  });

  it('of 100 events with 5 clients costs 5 requests for them, and a broken one loses no other', async () => {
    const clients = [1, 12, 14, 998, 999];
    const batch = Array.from({ length: 100 }, (_, index) => ({
      ...one,
      ticket: { id: index + 1, client_id: clients[index % 5] ?? 0 },
    }));
    const broken = batch.map((part, index) => (index === 7 ? ('broken' as unknown as JsonObject) : part));
    const node = await addTrigger({ haloApi: account.connection() }, { expand: ['client'] });
    const { reply, run } = await node.receive(request(node, account.connection(), broken));
    expect(reply.status).toBe(200);
    const items = run?.items[0]?.map(({ json }) => json as JsonObject) ?? [];
    expect(items).toHaveLength(99);
    const asked = account
      .platform()
      .requests.list()
      .filter(({ path }) => path.includes('/Client/'));
    expect(asked).toHaveLength(5);
    const found = items.filter((item) => (item['client'] as JsonObject | undefined)?.['name'] !== undefined);
    expect(found).toHaveLength(59);
  });

  it('that comes twice starts nothing twice', async () => {
    const node = await addTrigger({ haloApi: account.connection() });
    const sent = request(node, account.connection(), { ...one, id: '8e25bc7b-e07e-4102-9398-5d6647e1e79d' });
    expect((await node.receive(sent)).run?.items[0]).toHaveLength(1);
    const again = await node.receive(sent);
    expect(again.reply.status).toBe(200);
    expect(again.run?.items[0] ?? []).toEqual([]);
  });

  it.each([
    [['76 Ticket Status Changed'], {}, true],
    [['3 New Ticket Logged'], {}, false],
    [['*'], { status: ['2'] }, false],
    [['*'], { customEvents: '5 Ticket Reassigned' }, true],
  ])('is chosen by the events %j and the options %j: %s', async (events, options, started) => {
    const node = await addTrigger({ haloApi: account.connection() }, { events, options });
    const { reply } = await node.receive(request(node, account.connection(), one));
    expect(reply).toMatchObject({ status: 200, started });
  });
});

it('is never taken unsigned where the trigger makes the webhook, whatever the options hold', async () => {
  const options = { acceptUnsigned: true };
  const node = await addTrigger({}, { options });
  const body = Buffer.from(JSON.stringify(one));
  const headers = { 'content-type': 'application/json' };
  expect((await node.receive({ method: 'POST', headers, body })).reply.status).toBe(401);
});

describe('a webhook made by hand', () => {
  const manual = { subscription: 'manual', events: ['*'] };

  it('needs no access to the API, and is authentic by user name and password or by a token', async () => {
    const node = await addTrigger({ haloWebhookApi: { secret: 'desk:long random' } }, manual);
    await expect(node.hook('create')).resolves.toBe(true);
    const body = Buffer.from(JSON.stringify(one));
    const json = { 'content-type': 'application/json' };
    const authorization = `Basic ${Buffer.from('desk:long random').toString('base64')}`;
    const send = (headers: Record<string, string>, query = '') =>
      node.receive({ method: 'POST', headers: { ...json, ...headers }, query, body });
    expect((await send({ authorization })).reply.status).toBe(200);
    expect((await send({}, 'token=long%20random')).reply.status).toBe(200);
    expect((await send({}, 'token=guessed')).reply.status).toBe(401);
    expect((await send({})).reply.status).toBe(401);
    expect(account.platform().requests.list()).toEqual([]);
  });

  it('asks for its secret when it is published', async () => {
    const node = await addTrigger({}, manual);
    await expect(node.hook('create')).rejects.toThrow(/secret/);
  });
});
