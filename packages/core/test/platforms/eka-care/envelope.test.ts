import { accept, complete, ekaCare, type JsonObject } from '../../../src/index.ts';
import { envelope } from '../../../src/platforms/eka-care/envelope.ts';
import {
  fakeClock,
  fixtureSecret,
  memorySeen,
  readFixture,
  scriptedHttp,
  signedDelivery,
} from '../../../src/testing/index.ts';

function body(name: string, changed: JsonObject = {}): JsonObject {
  return { ...(JSON.parse(readFixture('eka-care', name).toString()) as JsonObject), ...changed };
}

function open(name: string, changed: JsonObject = {}) {
  return envelope.open(body(name, changed))[0];
}

test.each([
  ['event', { event: 'a.b', event_type: 'c.d', event_id: 'e.f', payload: { event: 'g.h' } }, 'a.b'],
  ['event_type', { event_type: 'c.d', event_id: 'e.f', payload: { event: 'g.h' } }, 'c.d'],
  ['event_id', { event_id: 'e.f', payload: { event: 'g.h' } }, 'e.f'],
  ['payload.event', { payload: { event: 'g.h' } }, 'g.h'],
  ['the next where one is empty', { event: '', event_type: null, event_id: 'e.f' }, 'e.f'],
  ['nothing', {}, null],
])('takes the name of the event from %s', (_where, fields, type) => {
  expect(envelope.open({ ...fields, data: {} })[0]?.type ?? null).toBe(type);
});

test('keeps what stands around the entity', () => {
  expect(open('rx-id')?.around).toEqual({
    service: 'dr',
    event_type: 'prescription.created',
    event_time: 1730189586,
    timestamp: 1730189588,
    client_id: '{{client_id}}',
    business_id: '{{business_id}}',
    client_meta: { visit_id: '98765-zyxwv-43210-utsrq' },
  });
});

test('unwraps the payload of EkaScribe once, and reads its facts there', () => {
  const told = open('v2rx.completed');
  expect(told?.entity).toEqual({
    service: 'v2rx',
    event: 'v2rx.completed',
    event_time: '2023-07-30T18:07:24.000Z',
    transaction_id: 't1',
    data: {},
  });
  expect(told).toMatchObject({ entityId: 't1', occurredAt: '2023-07-30T18:07:24.000Z' });
});

test('lets an event without data through when it has a name, and nothing without both', () => {
  expect(envelope.open({ event: 'user.delete', oid: '1' })[0]).toMatchObject({
    type: 'user.delete',
    entity: {},
    around: { event: 'user.delete', oid: '1' },
  });
  expect(envelope.open({ oid: '1' })).toEqual([null]);
  expect(envelope.open({ event: 'user.delete', data: ['1'] })).toEqual([null]);
  expect(envelope.open({ event: 'user.delete', data: 'gone' })).toEqual([null]);
});

test.each([
  ['the time of the event', {}, '2025-06-10T08:39:12.000Z'],
  ['the time of sending', { event_time: 0, timestamp: 1749544800 }, '2025-06-10T08:40:00.000Z'],
  ['the last change', { event_time: 0, timestamp: 0 }, '2025-06-10T08:39:12.000Z'],
])('says when it happened by %s', (_source, changed, time) => {
  expect(open('appointment.statuschange', changed)?.occurredAt).toBe(time);
});

test('names what a listed appointment may have told of, and only where nothing names it', () => {
  const data = { appointment_id: 'a1' };
  expect(envelope.open({ data })[0]?.possible).toContain('appointment.created');
  expect(envelope.open({ event: 'appointment.created', data })[0]?.possible).toEqual([]);
  expect(envelope.open({ data: { receipt_id: 1 } })[0]?.possible).toEqual([]);
});

describe('repeats', () => {
  const seen = memorySeen();

  async function arrive(changed: JsonObject, name = 'appointment.statuschange'): Promise<number> {
    const delivery = signedDelivery({ platform: ekaCare, body: body(name, changed) });
    const outcome = accept(delivery, { platform: ekaCare, secrets: [fixtureSecret(ekaCare)] });
    if (outcome.kind !== 'accepted') throw new Error(`The delivery was ${outcome.kind}.`);
    const items = await complete(outcome.events, {
      platform: ekaCare,
      connection: {},
      relations: [],
      onFailure: 'keep',
      output: 'full',
      timeLimit: 1_000,
      http: scriptedHttp({}).http,
      clock: fakeClock(),
      seen,
    });
    return items.length;
  }

  const { data } = body('appointment.statuschange') as { data: JsonObject };

  test('a change of status is told by transaction, time of event and time of change together', async () => {
    expect(await arrive({})).toBe(1);
    expect(await arrive({})).toBe(0);
    expect(await arrive({ timestamp: 1749999999 })).toBe(0);
    expect(await arrive({ event_time: 1749544753 })).toBe(1);
    expect(await arrive({ data: { ...data, modified_at: 1749544753 } })).toBe(1);
    expect(await arrive({ transaction_id: 'another' })).toBe(1);
    expect(await arrive({ event: 'appointment.updated' })).toBe(1);
  });

  test('two receipts of one second, which have no transaction, are two events', async () => {
    const { data: receipt } = body('receipt.created') as { data: JsonObject };
    expect(await arrive({}, 'receipt.created')).toBe(1);
    expect(await arrive({ data: { ...receipt, receipt_id: 2580 } }, 'receipt.created')).toBe(1);
    expect(await arrive({}, 'receipt.created')).toBe(0);
  });
});
