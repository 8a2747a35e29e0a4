import { publish, request, secret } from './ally-setting.ts';

const events = [
  'appointment.created',
  'appointment.scheduled',
  'appointment.completed',
  'appointment.cancelled',
  'appointment.updated',
];

describe('an authentic delivery', () => {
  it.each(events)('of %s becomes an item with the appointment at the top level', async (event) => {
    const { node } = await publish({ events: [event] });
    const { reply, run } = await node.receive(request(event));
    expect(reply.status).toBe(200);
    expect(reply.body.toString()).toBe('');
    expect(run?.items[0]).toHaveLength(1);
    expect(run?.items[0]?.[0]).toMatchObject({
      json: {
        id: 'apt_9HRUhuDrE9x882Tgx2',
        trigger: { event, eventFrom: 'declared', verified: 'hmac-sha256' },
      },
      pairedItem: { item: 0 },
    });
  });

  it('is taken with the previous secret while a webhook is replaced', async () => {
    const { node } = await publish({}, { allyWebhookApi: { secret: 'whsec_new', previousSecret: secret } });
    expect((await node.receive(request('appointment.completed'))).run?.items[0]).toHaveLength(1);
    const other = request('appointment.created', { secret: 'whsec_new' });
    expect((await node.receive(other)).run?.items[0]).toHaveLength(1);
  });

  it('is taken with the secret of the test webhook on the test URL only', async () => {
    const { node } = await publish(
      {},
      { allyWebhookApi: { secret: 'whsec_production', testSecret: secret } },
    );
    expect((await node.receive(request('appointment.completed', { test: true }))).reply.status).toBe(200);
    expect((await node.receive(request('appointment.completed'))).reply.status).toBe(401);
  });

  it('names its event in the URL where one webhook is made for each', async () => {
    const { node } = await publish();
    const { run } = await node.receive(
      request('appointment.completed', { query: 'event=appointment.updated' }),
    );
    expect(run?.items[0]?.[0]?.json['trigger']).toMatchObject({
      event: 'appointment.updated',
      eventFrom: 'url',
    });
  });

  it('names its event in the header that the user set', async () => {
    const { node } = await publish({ options: { eventHeader: 'X-Heim-Event' } });
    const headers = { 'x-heim-event': 'appointment.updated' };
    const { run } = await node.receive(request('appointment.completed', { headers }));
    expect(run?.items[0]?.[0]?.json['trigger']).toMatchObject({
      event: 'appointment.updated',
      eventFrom: 'header',
    });
  });
});

describe('a delivery that nobody wants is answered with 200 and starts nothing', () => {
  it('when its event was not chosen', async () => {
    const { node } = await publish({ events: ['appointment.cancelled', 'appointment.created'] });
    const { reply, run } = await node.receive(request('appointment.completed'));
    expect([reply.status, reply.started, run]).toEqual([200, false, undefined]);
  });

  it.each([
    ['appointment.cancelled, appointment.created', false],
    ['appointment.cancelled, appointment.completed', true],
    ['appointment.completed', true],
  ])('when its event is not among %j, as an expression may give them: %s', async (chosen, started) => {
    const { node } = await publish({ events: chosen });
    const { reply } = await node.receive(request('appointment.completed'));
    expect(reply).toMatchObject({ status: 200, started });
  });

  it('when a field filter keeps it out', async () => {
    const filters = { field: [{ field: 'location.city', operator: 'is', values: 'Glasgow, Edinburgh' }] };
    const { node } = await publish({ options: { filters } });
    const { reply } = await node.receive(request('appointment.completed'));
    expect([reply.status, reply.started]).toEqual([200, false]);
  });
});

describe('a delivery that cannot be trusted starts nothing', () => {
  const cases: Array<[string, ReturnType<typeof request>, number, string]> = [
    ['wrong secret', request('appointment.completed', { secret: 'whsec_wrong' }), 401, 'signature-mismatch'],
    ['no signature', request('appointment.completed', { unsigned: true }), 401, 'signature-missing'],
    [
      'another body',
      { ...request('appointment.completed'), body: Buffer.from('{"data":{"id":"apt_x"}}') },
      401,
      'signature-mismatch',
    ],
    ['no envelope', request('{"id":"apt_x"}'), 400, 'envelope-unexpected'],
    [
      'multipart',
      request('--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--b--\r\n', {
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
      }),
      400,
      'body-unavailable',
    ],
    [
      'text that is no JSON',
      request('hello', { headers: { 'content-type': 'text/plain' } }),
      400,
      'body-malformed',
    ],
  ];

  it.each(cases)('%s', async (_, delivery, status, code) => {
    const { host, node } = await publish();
    const { reply, run } = await node.receive(delivery);
    expect([reply.status, reply.started, run]).toEqual([status, false, undefined]);
    expect(JSON.parse(reply.body.toString())).toMatchObject({ code });
    expect(host.logs.filter((entry) => entry.level === 'warn')).toHaveLength(1);
  });

  it('malformed JSON, which n8n itself refuses', async () => {
    const { node } = await publish();
    const { reply } = await node.receive(request('{"data":'));
    expect([reply.status, reply.started]).toEqual([422, false]);
  });

  it('without a secret, whatever the signature', async () => {
    const { node } = await publish({}, {});
    const { reply } = await node.receive(request('appointment.completed', { secret: '' }));
    expect(reply.status).toBe(401);
    expect(JSON.parse(reply.body.toString())).toMatchObject({ code: 'secret-missing' });
  });

  it('in another header than the one that the user pinned', async () => {
    const { node } = await publish({ options: { signatureHeader: 'X-Other' } });
    expect((await node.receive(request('appointment.completed'))).reply.status).toBe(401);
    const pinned = await publish({ options: { signatureHeader: 'X-Heim-Signature' } });
    expect((await pinned.node.receive(request('appointment.completed'))).reply.status).toBe(200);
  });
});

describe('unsigned deliveries', () => {
  const options = { acceptUnsigned: true };

  it('are taken by explicit choice where no secret is set, and say so', async () => {
    const { node } = await publish({ options }, {});
    const { run } = await node.receive(request('appointment.completed', { unsigned: true }));
    expect(run?.items[0]?.[0]?.json['trigger']).toMatchObject({ verified: 'none', signatureHeader: null });
  });

  it('are rejected all the same where a secret is set', async () => {
    const { node } = await publish({ options });
    expect((await node.receive(request('appointment.completed', { unsigned: true }))).reply.status).toBe(401);
  });
});

it('warns about the same trouble once a minute, not for every forged request', async () => {
  const { host, node } = await publish();
  for (let count = 0; count < 5; count += 1)
    await node.receive(request('appointment.completed', { unsigned: true }));
  expect(host.logs.filter((entry) => entry.level === 'warn')).toHaveLength(1);
});

describe('publishing', () => {
  it('needs a webhook secret, and says so', async () => {
    const { node } = await publish({}, {});
    expect(await node.hook('checkExists')).toBe(false);
    await expect(node.hook('create')).rejects.toMatchObject({
      message:
        'No webhook secret is set, so the delivery cannot be verified. Enter the secret that the platform showed when the webhook was created.',
    });
  });

  it.each<Record<string, string>>([{ secret: '' }, { secret: '', testSecret: 'whsec_test' }])(
    'needs a secret in the credential, which is not in %j',
    async (allyWebhookApi) => {
      const { node } = await publish({}, { allyWebhookApi });
      expect(await node.hook('checkExists')).toBe(false);
      await expect(node.hook('create')).rejects.toMatchObject({
        message: expect.stringContaining('No webhook secret is set'),
      });
      const accepting = await publish({ options: { acceptUnsigned: true } }, { allyWebhookApi });
      expect(await accepting.node.hook('create')).toBe(true);
    },
  );

  it('needs only the secret of the test webhook to listen for a test event', async () => {
    const { node } = await publish({}, { allyWebhookApi: { testSecret: 'whsec_test' } });
    expect(await node.hook('create', { mode: 'manual' })).toBe(true);
  });

  it('needs an API key where something is expanded', async () => {
    const { node } = await publish({ expand: ['patient'] });
    await expect(node.hook('create')).rejects.toMatchObject({
      message: expect.stringContaining('No credentials for the API are set'),
    });
  });

  it('does without one by explicit choice', async () => {
    const { node } = await publish({ options: { acceptUnsigned: true } }, {});
    expect(await node.hook('create')).toBe(true);
    expect(await node.hook('delete')).toBe(true);
  });
});
