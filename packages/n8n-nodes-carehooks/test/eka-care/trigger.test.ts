import { ekaCare } from '@carehooks/core';
import { simulatedAccount } from '../simulated-account.ts';
import { addTrigger, request, signedWith } from './eka-care-setting.ts';

const account = simulatedAccount('ekaCare');

describe('publishing', () => {
  it('registers the webhook with a key that is stored nowhere, and unpublishing removes it', async () => {
    const node = await addTrigger(account.connection());
    expect(await node.hook('checkExists')).toBe(false);
    await node.hook('create');
    const [webhook] = account.platform().webhooks.list();
    expect(webhook).toMatchObject({ endpoint: node.webhookUrl(), event_names: ['appointment.created'] });
    expect(webhook?.signing_key).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify([node.staticData, node.node])).not.toContain(webhook?.signing_key);
    expect(await node.hook('checkExists')).toBe(true);
    await node.hook('delete');
    expect(account.platform().webhooks.list()).toEqual([]);
    await expect(node.hook('delete')).resolves.toBe(true);
  });

  it('asks for events that the user names, and for all of the list with Any Event', async () => {
    const custom = { events: ['user.delete'], options: { customEvents: 'abha.linked, rec.created' } };
    await (await addTrigger(account.connection(), custom)).hook('create');
    await (await addTrigger(account.connection(), { events: ['*'] })).hook('create');
    expect(account.platform().webhooks.list()).toMatchObject([
      { event_names: ['user.delete', 'abha.linked', 'rec.created'] },
      { event_names: ekaCare.events.map(({ type }) => type) },
    ]);
  });

  it('says what to do without a credential, and with a wrong one', async () => {
    await expect((await addTrigger(null)).hook('create')).rejects.toThrow(
      'No credentials for the API are set',
    );
    const wrong = await addTrigger({ ...account.connection(), clientSecret: 'wrong' });
    await expect(wrong.hook('create')).rejects.toThrow(/not accepted/);
    const empty = await addTrigger({ ...account.connection(), clientSecret: '' });
    await expect(empty.hook('create')).rejects.toThrow('No credentials for the API are set');
    expect(account.platform().webhooks.list()).toEqual([]);
  });

  it('receives what is signed with the key that the platform got', async () => {
    const node = await addTrigger(account.connection(), { expand: ['clinic', 'doctor'] });
    await node.hook('create');
    const [webhook] = account.platform().webhooks.list();
    const { reply, run } = await node.receive(signedWith(webhook?.signing_key ?? '', 'appointment.created'));
    expect(reply.status).toBe(200);
    expect(run?.items[0]?.[0]?.json).toMatchObject({
      appointment_id: 'api-abb67007-1e53-4f0f-b428-a4bc025468a4',
      clinic: { clinic_id: '67978400352a61001d64e9fb', name: expect.any(String) },
      doctor: { profile: expect.any(Object) },
      trigger: { event: 'appointment.created', envelope: { transaction_id: '8y3458734657' } },
    });
  });
});

describe('a delivery', () => {
  it('is taken with the key of the previous client secret while that is set', async () => {
    const rotated = { ...account.connection(), clientSecret: 'new', previousClientSecret: 'old' };
    const node = await addTrigger(rotated);
    const send = (clientSecret: string) =>
      node.receive(request(node, rotated, 'appointment.created', { clientSecret }));
    expect((await send('old')).reply.status).toBe(200);
    expect((await send('new')).reply.status).toBe(200);
    expect((await send('older')).reply.status).toBe(401);
  });

  it.each([
    ['signed long ago', {}, { age: 301 }, 401],
    ['signed just now', {}, { age: 299 }, 200],
    ['older than a window of 180 s', { replayWindow: 180 }, { age: 181 }, 401],
    ['old while the window is off', { replayWindow: 0 }, { age: 86_400 }, 200],
    ['old under a window in text', { replayWindow: '600' }, { age: 601 }, 401],
    ['old under a window that is no number', { replayWindow: 'an hour' }, { age: 301 }, 401],
    ['old under a window that cannot be', { replayWindow: -1 }, { age: 301 }, 401],
    ['unsigned', {}, { unsigned: true }, 401],
    ['unsigned although a key is known', { acceptUnsigned: true }, { unsigned: true }, 401],
  ])('that is %s is answered as it should be', async (_what, options, sending, status) => {
    const node = await addTrigger(account.connection(), { options });
    const { reply } = await node.receive(request(node, account.connection(), 'appointment.created', sending));
    expect(reply.status).toBe(status);
  });

  it.each([{}, { acceptUnsigned: true }])(
    'without a credential is refused, also under %j',
    async (options) => {
      const node = await addTrigger(null, { options });
      const sent = request(node, account.connection(), 'appointment.created', { unsigned: true });
      expect((await node.receive(sent)).reply.status).toBe(401);
    },
  );

  it.each([
    [{ doctorId: ['174159057723920'] }, 'appointment.created', true],
    [{ doctorId: ['1', '2'] }, 'appointment.created', false],
    [{ doctorId: ['161467756044203'] }, 'receipt.created', true],
    [{ clinicId: ['60b0ee0c0b5804795509aefb'] }, 'receipt.created', true],
    [{ doctorId: ['161467756044203'], clinicId: ['1'] }, 'receipt.created', false],
  ])('under %j with %s starts the workflow: %s', async (options, name, started) => {
    const node = await addTrigger(account.connection(), { events: ['*'], options });
    const { reply } = await node.receive(request(node, account.connection(), name));
    expect(reply).toMatchObject({ status: 200, started });
  });
});
