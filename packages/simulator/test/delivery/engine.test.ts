import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { running } from '../running.ts';
import { type Reaction, silence } from '../receiver.ts';

const start = running();

async function openWith(reactions: Reaction[], delivery = {}, clockFactor = 1_000) {
  const simulator = await start.simulator({ clockFactor, ally: { settings: { delivery } } });
  const receiver = await start.receiver(...reactions);
  const { ally } = simulator.platforms;
  const webhook = ally.createWebhook({
    url: receiver.url,
    events: ['appointment.created', 'appointment.scheduled'],
  });
  return { simulator, receiver, ally, webhook };
}

test('sends a fixture byte for byte as a JSON POST', async () => {
  const { ally, receiver } = await openWith([200]);
  const [delivery] = await ally.fire('appointment.scheduled').settled();
  const file = readFileSync(join('fixtures', 'ally', 'appointment.scheduled.json'));
  expect(receiver.deliveries).toHaveLength(1);
  expect(Buffer.from(receiver.deliveries[0]!.body).equals(file)).toBe(true);
  expect(receiver.deliveries[0]).toMatchObject({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
  });
  expect(delivery).toMatchObject({ state: 'delivered', attempts: [{ outcome: { status: 200 } }] });
});

test.each([
  [[500, 400, 200], 3, 'delivered'],
  [[404, 204], 2, 'delivered'],
  [[500], 3, 'failed'],
  [[401], 3, 'failed'],
  [[302], 1, 'failed'],
])('after %j it has tried %d times and is %s', async (reactions, tries, state) => {
  const { ally, receiver } = await openWith(reactions);
  const [delivery] = await ally.fire('appointment.created').settled();
  expect(delivery).toMatchObject({ state, nextAttemptAt: null });
  expect(delivery?.attempts).toHaveLength(tries);
  expect(receiver.deliveries).toHaveLength(tries);
  expect(new Set(receiver.texts()).size).toBe(1);
});

test('gives up on a receiver that does not answer in time, and tries again', async () => {
  const { ally } = await openWith([silence, 200], { timeout: 250 });
  const [delivery] = await ally.fire('appointment.created').settled();
  expect(delivery?.attempts.map(({ outcome }) => outcome.kind)).toEqual(['timed-out', 'answered']);
  expect(delivery?.attempts[0]?.duration).toBeGreaterThanOrEqual(245);
});

test('an answer whose body never ends is none', async () => {
  const endless: Reaction = (response) => void response.writeHead(200).write('x');
  const { ally } = await openWith([endless], { timeout: 60, attempts: 1 });
  expect(await ally.fire('appointment.created').settled()).toMatchObject([
    { state: 'failed', attempts: [{ outcome: { kind: 'timed-out' } }] },
  ]);
});

test('tells why nobody was reached', async () => {
  const { ally, receiver } = await openWith([200]);
  await receiver.close();
  const cut = await start.receiver((response) => void response.destroy());
  expect(await ally.fire('appointment.created').settled()).toMatchObject([
    {
      state: 'failed',
      attempts: Array(3).fill({ outcome: { kind: 'unreachable', reason: 'ECONNREFUSED' } }),
    },
  ]);
  const [delivery] = await ally.fire('appointment.created', { target: { url: cut.url } }).settled();
  expect(delivery?.attempts[0]?.outcome).toEqual({ kind: 'unreachable', reason: 'UND_ERR_SOCKET' });
});

test('pauses are the schedule divided by the clock factor', async () => {
  const { ally } = await openWith([500], { pauses: [5_000, 10_000] }, 100);
  const [delivery] = await ally.fire('appointment.created').settled();
  const starts = delivery?.attempts.map(({ startedAt }) => Date.parse(startedAt)) ?? [];
  const [first = 0, second = 0, third = 0] = starts;
  expect(second - first).toBeGreaterThanOrEqual(48);
  expect(third - second).toBeGreaterThanOrEqual(98);
  expect(third - first).toBeLessThan(5_000);
});

test('a webhook that is deleted gets no further attempt', async () => {
  const { ally, receiver, webhook, simulator } = await openWith([500], { pauses: [60_000] });
  ally.fire('appointment.created');
  await new Promise<void>((resolve) => {
    simulator.feed.subscribe(({ type }) => type === 'attempt-finished' && resolve());
  });
  ally.webhooks.remove(webhook.id);
  await simulator.settled();
  expect(receiver.deliveries).toHaveLength(1);
  expect(ally.deliveries.list()).toMatchObject([{ state: 'failed', attempts: [{}] }]);
});

test('in turn, deliveries to a webhook start one after the other, and retries hold nobody up', async () => {
  const { ally, simulator } = await openWith([500, 200], { pauses: [200_000] });
  ally.fire(['appointment.created', 'appointment.scheduled']);
  await simulator.settled();
  const [created, scheduled] = ally.deliveries.list();
  expect(created).toMatchObject({ events: ['appointment.created'], attempts: [{}, {}] });
  expect(scheduled).toMatchObject({ events: ['appointment.scheduled'], attempts: [{}] });
  expect(scheduled!.attempts[0]!.startedAt < created!.attempts[1]!.startedAt).toBe(true);
});

test.each([
  ['in-turn', 1],
  ['at-once', 3],
] as const)('%s, %d of three are on their way together', async (pace, expected) => {
  let open = 0;
  let most = 0;
  const slow: Reaction = (response) => {
    most = Math.max(most, (open += 1));
    setTimeout(() => {
      open -= 1;
      response.end();
    }, 100);
  };
  const { ally } = await openWith([slow]);
  const deliveries = await ally.fire('appointment.created', { count: 3, pace }).settled();
  expect(deliveries.map(({ state }) => state)).toEqual(Array(3).fill('delivered'));
  expect(most).toBe(expected);
});

describe('what is fired', () => {
  test('a record as it is now, compact, with relations if the setting says so', async () => {
    const { ally, receiver } = await openWith([200]);
    const entityId = 'apt_9HRUhuDrE9x882Tgx2';
    await ally.fire('appointment.scheduled', { entityId }).settled();
    ally.settings.update({ webhook: { expand: ['patient', 'task', 'window'] } });
    await ally.fire('appointment.scheduled', { entityId }).settled();
    const [thin = '', whole = ''] = receiver.texts();
    expect(thin).toBe(
      JSON.stringify(JSON.parse(readFileSync('fixtures/ally/appointment.scheduled.json', 'utf8'))),
    );
    const expanded = JSON.parse(readFileSync('fixtures/ally/expanded.json', 'utf8')) as { data: object };
    expect(JSON.parse(whole)).toEqual({ data: { ...expanded.data, updatedAt: '2023-10-13T09:53:45.552Z' } });
  });

  test('any body: text and bytes as they are, JSON compact', async () => {
    const { ally, receiver } = await openWith([200]);
    for (const body of ['{ "a" : 1 }', Buffer.from([0xff, 0x00]), { data: { id: 'x' } }, null]) {
      await ally.fire('appointment.created', { body }).settled();
    }
    expect(receiver.deliveries.map(({ body }) => Buffer.from(body).toString('latin1'))).toEqual([
      '{ "a" : 1 }',
      '\xff\x00',
      '{"data":{"id":"x"}}',
      'null',
    ]);
  });

  test('only webhooks of the mode that chose the event get it, or the one that is named', async () => {
    const { ally, receiver, webhook } = await openWith([200]);
    expect(ally.fire('appointment.created', { mode: 'live' }).deliveries).toEqual([]);
    expect(ally.fire('appointment.completed').deliveries).toEqual([]);
    expect(ally.fire('appointment.completed', { webhookId: webhook.id }).deliveries).toHaveLength(1);
    const target = { url: `${receiver.url}?event=custom`, secret: 's' };
    await ally.fire('custom', { target, fixture: 'expanded' }).settled();
    expect(receiver.deliveries.at(-1)?.query).toEqual({ event: 'custom' });
  });

  test.each([
    ['appointment.invented', {}, 'Ally has no event'],
    ['appointment.created', { fixture: '../README' }, 'Choose one of: appointment.cancelled'],
    ['appointment.created', { entityId: 'apt_x' }, 'no appointment apt_x'],
    ['appointment.created', { entityId: 'x', fixture: 'expanded' }, 'only one of'],
    ['appointment.created', { webhookId: 'wh_x' }, 'no webhook wh_x'],
    ['appointment.created', { count: 0 }, 'count: '],
  ])('refuses %s with %j', async (event, options, message) => {
    const { ally } = await openWith([200]);
    expect(() => ally.fire(event, options)).toThrow(message);
  });
});

test('a firing tells how it ended although the deliveries were cleared away meanwhile', async () => {
  const { ally, receiver } = await openWith([200]);
  const firing = ally.fire('appointment.created');
  ally.deliveries.clear();
  expect(await firing.settled()).toMatchObject([{ state: 'delivered', attempts: [{}] }]);
  expect(receiver.deliveries).toHaveLength(1);
  expect(ally.deliveries.list()).toEqual([]);
});

test.each([
  [undefined, 3],
  [true, 3],
  [false, 1],
])('with retry %j a failing delivery is tried %d times', async (retry, times) => {
  const { ally } = (await start.simulator()).platforms;
  const receiver = await start.receiver(500);
  await ally.fire('appointment.created', { target: { url: receiver.url }, retry }).settled();
  expect(receiver.deliveries).toHaveLength(times);
});
