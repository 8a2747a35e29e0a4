import { type Example, importExample } from './example.ts';
import type { World } from './world.ts';

const file = 'nightly-reconciliation.json';
const channel = 'completed';

const byWebhook = 'apt_9HRUhuDrE9x882Tgx2';
const missed = ['apt_3KpLmZx9Vb2NqWs7Ed', 'apt_6TgBnHyUjM4KiLoPq1'] as const;
const untold = 'apt_0WsXcDeRfV5TgByHnU';

const told = (id: string) => `Appointment ${id} is completed.`;
const found = (id: string) => `${told(id)} The nightly check found it.`;

/** What came by webhook is not told again at night, what did not come or was not told is, and once only. */
export async function nightlyReconciliation(world: World): Promise<void> {
  const { chat, client, simulator } = world;
  const { ally } = simulator.platforms;
  const example = await setUp(world);
  const night = async () => {
    expect(await client.runFrom(example.id, 'Every night')).toMatchObject({ status: 'success' });
    return chat.messages(channel);
  };

  await inDashboard(world, 'POST', `${byWebhook}/complete`);
  await client.waitForExecutions(example.id, 2);
  expect(chat.messages(channel)).toEqual([told(byWebhook)]);

  // While n8n cannot be reached, the platform gives up. Afterwards somebody edits what had been told.
  await client.unpublish(example.id);
  for (const id of missed) await inDashboard(world, 'POST', `${id}/complete`);
  await client.publish(example.id);
  await inDashboard(world, 'PATCH', byWebhook);
  ally.settings.update({ api: { pageRows: 2 } });
  expect(await night()).toEqual([told(byWebhook), ...missed.map(found)]);
  expect(ally.requests.list().filter(({ path }) => path === '/ally/v1/appointments')).toHaveLength(3);

  // The webhook arrives and the chat does not answer. That night the API wraps its list in nothing.
  chat.setDown(true);
  await inDashboard(world, 'POST', `${untold}/complete`);
  const failed = (await client.waitForExecutions(example.id, 4)).at(-1);
  expect(failed).toMatchObject({ mode: 'webhook', status: 'error' });
  chat.setDown(false);
  ally.settings.update({ api: { pageRows: null, envelope: false } });
  expect((await night()).slice(3)).toEqual([found(untold)]);
  expect(await night()).toHaveLength(4);
}

async function setUp(world: World): Promise<Example> {
  const { chat, client, simulator } = world;
  const { ally } = simulator.platforms;
  const example = await importExample(world, file);
  const connection = ally.account.connection(simulator.url);
  const url = example.url('Appointment completed');
  const { secret } = ally.createWebhook({ url, events: ['appointment.completed'] });
  expect(await client.runFrom(example.id, 'Set up once')).toMatchObject({ status: 'success' });
  await example.publish({
    'Appointment completed': { credentials: { allyWebhookApi: { secret } } },
    'List changes': {
      parameters: { url: `${connection['baseUrl']}/appointments` },
      credentials: { allyApi: connection },
    },
    'Tell the chat': {
      parameters: { channelId: channel },
      credentials: { mattermostApi: chat.credential },
    },
  });
  return example;
}

/** Does something to an appointment as people do, and waits for the deliveries that follow. */
async function inDashboard({ simulator }: World, method: 'PATCH' | 'POST', path: string): Promise<void> {
  const response = await fetch(`${simulator.url}/ally/dashboard/appointments/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  expect(response.status).toBe(200);
  await simulator.settled();
}
