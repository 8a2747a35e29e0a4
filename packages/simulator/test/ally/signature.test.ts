import { accept, ally as platform } from '@carehooks/core';
import { running } from '../running.ts';

const start = running();

const schemes = (['sha256', 'sha512'] as const).flatMap((algorithm) =>
  (['hex', 'base64'] as const).flatMap((encoding) =>
    ['', `${algorithm}=`].map((prefix) => ({ header: 'X-Heim-Signature', algorithm, encoding, prefix })),
  ),
);

test.each(schemes)('$algorithm in $encoding after "$prefix" is found out by the core', async (signature) => {
  const simulator = await start.simulator({ ally: { settings: { signature } } });
  const receiver = await start.receiver(200);
  const { ally } = simulator.platforms;
  const { secret } = ally.createWebhook({ url: receiver.url, events: ['appointment.completed'] });
  await ally.fire('appointment.completed').settled();
  const [delivery] = receiver.deliveries;
  expect(delivery?.headers['x-heim-signature']?.startsWith(signature.prefix)).toBe(true);
  expect(accept(delivery!, { platform, secrets: [secret] })).toMatchObject({
    kind: 'accepted',
    verification: { method: `hmac-${signature.algorithm}`, header: 'x-heim-signature', secret: 0 },
  });
  expect(accept(delivery!, { platform, secrets: ['another'] })).toEqual({
    kind: 'rejected',
    code: 'signature-mismatch',
  });
});

test('another header can carry it, and one can name the event', async () => {
  const simulator = await start.simulator();
  const receiver = await start.receiver(200);
  const { ally } = simulator.platforms;
  ally.settings.update({ signature: { header: 'Ally-Hmac' }, webhook: { eventHeader: 'Ally-Event' } });
  const { secret } = ally.createWebhook({ url: receiver.url, events: ['appointment.updated'] });
  await ally.fire('appointment.updated').settled();
  const outcome = accept(receiver.deliveries[0]!, { platform, secrets: [secret], eventHeader: 'ally-event' });
  expect(outcome).toMatchObject({
    verification: { header: 'ally-hmac' },
    events: [{ type: 'appointment.updated', typeFrom: 'header' }],
  });
});

test('every attempt is signed validly', async () => {
  const simulator = await start.simulator();
  const receiver = await start.receiver(500);
  const { ally } = simulator.platforms;
  const { secret } = ally.createWebhook({ url: receiver.url, events: ['appointment.created'] });
  await ally.fire('appointment.created').settled();
  const kinds = receiver.deliveries.map((delivery) => accept(delivery, { platform, secrets: [secret] }).kind);
  expect(kinds).toEqual(['accepted', 'accepted', 'accepted']);
});

test('settings that make no sense are refused and change nothing', async () => {
  const { ally } = (await start.simulator()).platforms;
  const before = ally.settings.current;
  expect(() => ally.settings.update({ signature: { header: 'no header' } })).toThrow(
    'signature.header: must be',
  );
  expect(() => ally.settings.update({ api: { keys: ['other_x'] } })).toThrow('api.keys.0: must start with');
  expect(ally.settings.current).toBe(before);
});
