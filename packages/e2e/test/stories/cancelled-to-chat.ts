import { itemsOf } from '../../src/client/execution.ts';
import { eventually } from './eventually.ts';
import { importExample } from './example.ts';
import type { World } from './world.ts';

const file = 'appointment-cancelled-to-chat.json';

/** Of the delivery, and of the patient whom it points to. */
const personal = ['phoneNumber', 'These are my appointment notes', 'Bladnoch', "O'Neill"];

/** The message tells which appointment and when it was planned, and n8n holds no personal data of it. */
export async function cancelledToChat(world: World): Promise<void> {
  const { chat, client, simulator } = world;
  const { ally } = simulator.platforms;
  const example = await importExample(world, file);
  const url = example.url('Appointment cancelled');
  const { id: webhookId, secret } = ally.createWebhook({ url, events: ['appointment.cancelled'] });
  await example.publish({
    'Appointment cancelled': {
      credentials: { allyWebhookApi: { secret }, allyApi: ally.account.connection(simulator.url) },
    },
    'Post to Mattermost': {
      parameters: { channelId: 'cancellations' },
      credentials: { mattermostApi: chat.credential },
    },
  });

  await ally.fire('appointment.cancelled', { webhookId }).settled();
  expect(await eventually(() => chat.messages('cancellations'), 1)).toEqual([
    'Appointment apt_9HRUhuDrE9x882Tgx2 was cancelled. It was planned for 14 October 2023, 11:00. ' +
      'Details: https://app.heim.health/dashboard/appointments',
  ]);
  const [execution] = await client.waitForExecutions(example.id, 1);
  const [item] = execution === undefined ? [] : itemsOf(execution, 'Appointment cancelled');
  expect(item?.json).toMatchObject({ status: 'cancelled', window: { startAt: expect.any(String) } });
  const stored = JSON.stringify(execution);
  expect(personal.filter((text) => stored.includes(text))).toEqual([]);
}
