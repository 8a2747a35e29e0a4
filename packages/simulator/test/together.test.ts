import type { FireOptions } from '../src/index.ts';
import type { SimulatedPlatform } from '../src/platforms/platform.ts';
import { running } from './running.ts';

/** Several occurrences at once: each in a delivery of its own, or all in one where the platform can batch. */

const start = running();

async function fire(
  id: keyof Awaited<ReturnType<typeof start.simulator>>['platforms'],
  options: FireOptions,
) {
  const platform: SimulatedPlatform = (await start.simulator()).platforms[id];
  const receiver = await start.receiver();
  const [event = ''] = platform.events;
  const target = { url: receiver.url };
  const records = await platform.fire(event, { ...options, target }).settled();
  return { receiver, records, event };
}

const bodies = [{ number: 1 }, { number: 2 }, { number: 3 }];

test.each(['ally', 'ekaCare', 'haloConnect', 'halo'] as const)(
  '%s sends each of several bodies',
  async (id) => {
    const { receiver } = await fire(id, { bodies });
    expect(receiver.texts()).toEqual(['{"number":1}', '{"number":2}', '{"number":3}']);
  },
);

test('several bodies go out last first where the fault says so', async () => {
  const { receiver } = await fire('ally', { bodies, faults: ['out-of-order'] });
  expect(receiver.texts()).toEqual(['{"number":3}', '{"number":2}', '{"number":1}']);
});

test('HALO sends several in one delivery, a batch among them', async () => {
  const { receiver, records, event } = await fire('halo', {
    bodies: [{ number: 1 }, [2, 3]],
    together: true,
  });
  expect(receiver.texts()).toEqual(['[{"number":1},2,3]']);
  expect(records).toMatchObject([{ events: [event, event], state: 'delivered' }]);
});

test.each(['ally', 'ekaCare', 'haloConnect'] as const)('%s refuses to batch', async (id) => {
  await expect(fire(id, { bodies, together: true })).rejects.toThrow('leave "together" out');
});

test('one way to name the body is enough', async () => {
  await expect(fire('ally', { bodies, fixture: 'expanded' })).rejects.toThrow('Pass only one of');
});
