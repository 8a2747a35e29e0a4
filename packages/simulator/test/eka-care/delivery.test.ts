import { accept, ekaCare, verify } from '@carehooks/core';
import { running } from '../running.ts';

const start = running();

test('signs with the key of the webhook, and the core accepts it', async () => {
  const simulator = await start.simulator();
  const receiver = await start.receiver();
  const { ekaCare: platform } = simulator.platforms;
  const secret = platform.account.register(receiver.url);
  expect(await platform.fire(['appointment.created', 'v2rx.completed']).settled()).toHaveLength(2);
  const outcomes = receiver.deliveries.map((one) => accept(one, { platform: ekaCare, secrets: [secret] }));
  expect(outcomes).toMatchObject([
    { kind: 'accepted', events: [{ type: 'appointment.created' }] },
    { kind: 'accepted', events: [{ type: 'v2rx.completed' }] },
  ]);
});

test('sends unsigned where no key was given', async () => {
  const simulator = await start.simulator();
  const receiver = await start.receiver();
  const { ekaCare: platform } = simulator.platforms;
  const wanted = {
    endpoint: receiver.url,
    event_names: ['user.delete'],
    signing_key: null,
    protocol: 'http',
  };
  platform.webhooks.register(wanted, 'someone', Date.now());
  await platform.fire('user.delete').settled();
  const [delivery] = receiver.deliveries;
  expect(delivery?.headers).not.toHaveProperty('eka-webhook-signature');
  if (delivery === undefined) throw new Error('Nothing has arrived.');
  expect(verify(delivery, ekaCare.signature, ['any'])).toMatchObject({ code: 'signature-missing' });
  expect(accept(delivery, { platform: ekaCare, secrets: [] }).kind).toBe('rejected');
  const chosen = { platform: ekaCare, secrets: [], verification: { acceptUnsigned: true } };
  expect(accept(delivery, chosen)).toMatchObject({ kind: 'accepted', events: [{ verified: 'none' }] });
});

test('tries three times, each signed at its own time', async () => {
  const simulator = await start.simulator();
  const receiver = await start.receiver(500);
  const { ekaCare: platform } = simulator.platforms;
  platform.account.register(receiver.url);
  const [record] = await platform.fire('appointment.updated').settled();
  expect(record).toMatchObject({ state: 'failed', attempts: [{}, {}, {}] });
  expect(new Set(receiver.texts()).size).toBe(1);
});

test('sends only what was chosen, and nothing more once the webhook is gone', async () => {
  const simulator = await start.simulator();
  const receiver = await start.receiver();
  const { ekaCare: platform } = simulator.platforms;
  const wanted = { endpoint: receiver.url, event_names: ['abha.linked'], signing_key: 'k', protocol: 'http' };
  const webhook = platform.webhooks.register(wanted, 'someone', Date.now());
  await platform.fire('appointment.created').settled();
  expect(receiver.deliveries).toHaveLength(0);
  const body = { event: 'abha.linked', event_time: 1, data: {} };
  await platform.fire('abha.linked', { body }).settled();
  expect(receiver.texts()).toEqual([JSON.stringify(body)]);
  platform.webhooks.remove(webhook?.id ?? '');
  expect(await platform.fire('abha.linked', { body }).settled()).toEqual([]);
});

test('tells of an appointment as it is now', async () => {
  const simulator = await start.simulator();
  const receiver = await start.receiver();
  const { ekaCare: platform } = simulator.platforms;
  const secret = platform.account.register(receiver.url);
  await platform.fire('appointment.updated', { entityId: 'api-53423-GH_228766880001' }).settled();
  const [delivery] = receiver.deliveries;
  if (delivery === undefined) throw new Error('Nothing has arrived.');
  expect(accept(delivery, { platform: ekaCare, secrets: [secret] })).toMatchObject({
    events: [{ type: 'appointment.updated', entity: { status: 'CM', patient_id: '173986493567406' } }],
  });
});

test.each(['appointment.created', 'prescription.communication', 'v2rx.completed', 'receipt.created'])(
  'renews %s, so that it is no repeat',
  async (event) => {
    const simulator = await start.simulator();
    const { account } = simulator.platforms.ekaCare;
    const body = Buffer.from(JSON.stringify(ekaCare.samples.fixtures[event]));
    const renewed = Buffer.from(account.renew(body, new Date('2026-03-04T05:06:07Z')));
    const [told] = ekaCare.envelope.open(JSON.parse(renewed.toString()));
    expect(told).toMatchObject({ type: event, occurredAt: '2026-03-04T05:06:07.000Z' });
    expect(told?.version).not.toEqual(ekaCare.envelope.open(JSON.parse(body.toString()))[0]?.version);
  },
);

test('a reset forgets webhooks and tokens', async () => {
  const simulator = await start.simulator();
  const { ekaCare: platform } = simulator.platforms;
  platform.account.register('http://127.0.0.1:1/hook');
  const { id } = platform.tokens.issue(60, Date.now());
  expect(platform.tokens.stateOf(id, Date.now())).toBe('valid');
  platform.reset();
  expect(platform.webhooks.list()).toEqual([]);
  expect(platform.tokens.stateOf(id, Date.now())).toBe('unknown');
});

test('renews a body so that two changes within a second are no repeats', async () => {
  const { ekaCare: platform } = (await start.simulator()).platforms;
  const receiver = await start.receiver();
  const target = { url: receiver.url, secret: 'key' };
  const recorded = Buffer.from(JSON.stringify(ekaCare.samples.fixtures['appointment.created']));
  const at = new Date();
  for (const body of [platform.account.renew(recorded, at), platform.account.renew(recorded, at)]) {
    await platform.fire('appointment.created', { body, target }).settled();
  }
  const ids = receiver.deliveries.flatMap((one) => {
    const outcome = accept(one, { platform: ekaCare, secrets: ['key'] });
    return outcome.kind === 'accepted' ? outcome.events.map(({ id }) => id) : [];
  });
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(2);
});
