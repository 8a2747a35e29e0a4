import { Feed, type FeedEvent } from '../src/index.ts';
import { call, running } from './running.ts';

const start = running();

test('tells everything in its order, as snapshots', async () => {
  const simulator = await start.simulator();
  const receiver = await start.receiver(500, 200);
  const told: FeedEvent[] = [];
  simulator.feed.subscribe((event) => told.push(event));
  const { ally } = simulator.platforms;
  const webhook = ally.createWebhook({ url: receiver.url, events: ['appointment.created'] });
  await ally.fire('appointment.created').settled();
  await call(`${simulator.url}/ally/v1/tasks`, { headers: { authorization: 'test_carehooks' } });
  ally.webhooks.remove(webhook.id);
  const appointment = 'apt_9HRUhuDrE9x882Tgx2';
  await call(`${simulator.url}/ally/dashboard/appointments/${appointment}`, { method: 'PATCH', json: {} });

  const { id, url, events, secret } = webhook;
  const shown = { id, url, events };
  expect(told).toMatchObject([
    { type: 'webhook-created', platform: 'ally', webhook: shown },
    { type: 'delivery-queued', delivery: { state: 'pending', attempts: [] } },
    { type: 'attempt-started', attempt: 1, request: { method: 'POST', url: receiver.url } },
    {
      type: 'attempt-finished',
      delivery: { state: 'pending', attempts: [{}], nextAttemptAt: expect.any(String) },
    },
    { type: 'attempt-started', attempt: 2 },
    { type: 'attempt-finished', delivery: { state: 'delivered', attempts: [{}, {}], nextAttemptAt: null } },
    { type: 'delivery-settled', delivery: { state: 'delivered' } },
    { type: 'api-request', request: { path: '/ally/v1/tasks', status: 200 } },
    { type: 'webhook-removed', webhook: { id: webhook.id } },
    { type: 'record-changed', collection: 'appointments', id: appointment },
  ]);
  expect(JSON.stringify(told)).not.toContain(secret);
  expect(JSON.parse(JSON.stringify(told))).toEqual(told);
});

test('an unsubscribed listener hears nothing, the others go on', () => {
  const feed = new Feed();
  const heard: string[] = [];
  const end = feed.subscribe(() => heard.push('one'));
  feed.subscribe(() => heard.push('two'));
  const event: FeedEvent = { type: 'record-changed', platform: 'p', collection: 'c', id: 'x' };
  feed.publish(event);
  end();
  feed.publish(event);
  expect(heard).toEqual(['one', 'two', 'two']);
});
