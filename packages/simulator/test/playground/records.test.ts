import { createSimulation, type FeedEvent } from '../../src/index.ts';
import { RecordChanges } from '../../src/playground/record-changes.ts';
import { recordsUpdate } from '../../src/playground/views/record-updates.ts';

const { ally } = createSimulation().platforms;

const changed: FeedEvent = { type: 'record-changed', platform: 'ally', collection: 'tasks', id: 'tsk_1' };
const created: FeedEvent = {
  type: 'webhook-created',
  platform: 'ally',
  webhook: { id: 'wh_1', url: 'http://127.0.0.1/hook', events: [] },
};

beforeEach(() => jest.useFakeTimers());

afterEach(() => jest.useRealTimers());

test('changes are told all together, and each is another version', () => {
  const changes = new RecordChanges();
  const told: Array<readonly FeedEvent[]> = [];
  const stop = changes.watch((events) => told.push(events));
  const versions = [changes.version];
  for (const event of [changed, created]) {
    changes.notice(event);
    versions.push(changes.version);
  }
  expect([told, new Set(versions).size]).toEqual([[], 3]);
  jest.runAllTimers();
  expect(told).toEqual([[changed, created]]);
  stop();
  changes.notice(changed);
  jest.runAllTimers();
  expect(told).toHaveLength(1);
});

test('deliveries change no record', () => {
  const changes = new RecordChanges();
  const before = changes.version;
  const request = { method: 'POST', url: '', headers: {}, body: '', bodyBytes: 0 };
  changes.notice({ type: 'attempt-started', platform: 'ally', deliveryId: 'dlv_1', attempt: 1, request });
  expect(changes.version).toBe(before);
});

test('only what changed is put in its place', () => {
  const update = String(recordsUpdate([changed], ally));
  expect(update).toContain('hx-swap-oob="innerHTML:#collection-tasks-test-mode"');
  expect(update).toContain('hx-swap-oob="innerHTML:#collection-tasks-live"');
  expect(update.match(/hx-swap-oob/g)).toHaveLength(2);
  expect(String(recordsUpdate([created], ally))).toContain('hx-swap-oob="innerHTML:#webhooks"');
});
