import { accept, larkmereDiary } from '@carehooks/core';
import { running } from '../running.ts';

const start = running();

async function open(...reactions: number[]) {
  const simulator = await start.simulator({ clockFactor: 10_000_000 });
  const receiver = await start.receiver(...reactions);
  const platform = simulator.platforms.larkmereDiary;
  return { receiver, platform, secret: platform.account.register(receiver.url) };
}

test.each(['booking.created', 'booking.cancelled'])('%s is signed as the core verifies it', async (event) => {
  const { platform, receiver, secret } = await open();
  await platform.fire(event, { entityId: 'bkg_3170' }).settled();
  const [delivery] = receiver.deliveries;
  expect(delivery?.headers['larkmere-delivery']).toMatch(/^dlv_/);
  expect(accept(delivery!, { platform: larkmereDiary, secrets: [secret] })).toMatchObject({
    kind: 'accepted',
    events: [{ type: event, entity: { id: 'bkg_3170' } }],
  });
});

test('what happens together comes in one delivery', async () => {
  const { platform, receiver, secret } = await open();
  await platform.fire(['booking.created', 'booking.moved'], { together: true }).settled();
  expect(receiver.deliveries).toHaveLength(1);
  expect(accept(receiver.deliveries[0]!, { platform: larkmereDiary, secrets: [secret] })).toMatchObject({
    events: [{ type: 'booking.created' }, { type: 'booking.moved' }],
  });
});

test('a paused hook gets nothing', async () => {
  const { platform } = await open();
  for (const hook of platform.hooks.list()) platform.hooks.update(hook, { paused: true });
  expect(platform.fire('booking.moved').deliveries).toEqual([]);
});

test('there are three attempts', async () => {
  const { platform } = await open(503);
  const [record] = await platform.fire('booking.moved').settled();
  expect(record).toMatchObject({ state: 'failed', attempts: [{}, {}, {}] });
});

test('a renewed body is no repeat', async () => {
  const { platform } = await open();
  const body = Buffer.from(JSON.stringify(larkmereDiary.samples.fixtures['booking.moved']));
  const renewed = Buffer.from(platform.account.renew(body, new Date('2026-03-04T05:06:07Z')));
  const [before, after] = [body, renewed].map(
    (one) => larkmereDiary.envelope.open(JSON.parse(one.toString()))[0],
  );
  expect(after).toMatchObject({ type: 'booking.moved', occurredAt: '2026-03-04T05:06:07.000Z' });
  expect(after?.deliveryId).not.toBe(before?.deliveryId);
});
