import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSimulation, listen, startSimulator } from '../src/index.ts';
import { silence } from './receiver.ts';
import { call, running } from './running.ts';

const start = running();

test('listens on loopback, on a free port', async () => {
  const one = await start.simulator();
  const other = await start.simulator();
  expect(one.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(other.url).not.toBe(one.url);
});

test('closes at once, with deliveries and requests on their way', async () => {
  const simulator = await startSimulator();
  const receiver = await start.receiver(silence);
  const { ally } = simulator.platforms;
  ally.createWebhook({ url: receiver.url, events: ['appointment.created'] });
  const refused = await start.receiver(500);
  ally.fire('appointment.created', { count: 2 });
  ally.fire('appointment.created', { target: { url: refused.url } });
  ally.apiFaults.add({ fault: { kind: 'slow', milliseconds: 60_000 } });
  const slow = call(`${simulator.url}/ally/v1/tasks`).catch((error: unknown) => error);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const started = Date.now();
  await simulator.close();
  expect(Date.now() - started).toBeLessThan(5_000);
  await slow;
  expect(ally.deliveries.list().map(({ state, nextAttemptAt }) => [state, nextAttemptAt])).toEqual(
    Array(3).fill(['pending', null]),
  );
  await expect(call(simulator.url)).rejects.toThrow();
  expect(() => ally.fire('appointment.created', { target: { url: receiver.url } })).toThrow(
    'start another one',
  );
});

test('takes routes of others beside its own', async () => {
  const simulation = createSimulation();
  simulation.app.get('/', (c) => c.text('playground'));
  const server = await listen(simulation.app, 0, '127.0.0.1');
  expect((await call(server.url)).text).toBe('playground');
  expect((await call(`${server.url}/ally/admin`)).status).toBe(200);
  await server.close();
  await simulation.close();
});

test('reads fixtures from another folder', async () => {
  const fixtures = mkdtempSync(join(tmpdir(), 'fixtures-'));
  const { ally } = (await start.simulator({ fixtures })).platforms;
  const target = { url: 'http://127.0.0.1:1/' };
  expect(() => ally.fire('appointment.created', { target })).toThrow('no fixture "appointment.created"');
  rmSync(fixtures, { recursive: true });
});

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses clock factor %d', async (clockFactor) => {
  await expect(startSimulator({ clockFactor })).rejects.toThrow('pass a number above 0');
});

test('says what to do when the port is taken', async () => {
  const { url } = await start.simulator();
  await expect(startSimulator({ port: Number(new URL(url).port) })).rejects.toThrow('choose another port');
});

test('a firing waits for its own deliveries only', async () => {
  const { ally } = (await start.simulator({ clockFactor: 1 })).platforms;
  const [failing, working] = [await start.receiver(500), await start.receiver(200)];
  ally.fire('appointment.created', { target: { url: failing.url } });
  const ended = await ally.fire('appointment.created', { target: { url: working.url } }).settled();
  expect(ended).toMatchObject([{ state: 'delivered' }]);
  expect(ally.deliveries.list({ state: 'pending' })).toHaveLength(1);
});
