import { accept, ally as platform, type Outcome } from '@carehooks/core';
import { type FaultName, faultNames, wrongSecret } from '../../src/index.ts';
import { makeRequest } from '../../src/delivery/request.ts';
import { running } from '../running.ts';

const start = running();
const secret = 'whsec_test_123';

async function fireWith(faults: FaultName[], events: string[] = ['appointment.created'], settings = {}) {
  const simulator = await start.simulator({ ally: { settings } });
  const receiver = await start.receiver(200);
  const { ally } = simulator.platforms;
  ally.createWebhook({ url: receiver.url, events: ally.events, secret });
  const records = await ally.fire(events, { faults }).settled();
  const outcomes = receiver.deliveries.map((delivery) => accept(delivery, { platform, secrets: [secret] }));
  return { simulator, ally, receiver, records, outcomes };
}

function summary(outcome: Outcome | undefined): string | undefined {
  return outcome?.kind === 'rejected' ? outcome.code : outcome?.kind;
}

test.each<[FaultName, string]>([
  ['unsigned', 'signature-missing'],
  ['forged', 'signature-mismatch'],
  ['wrong-secret', 'signature-mismatch'],
  ['changed-body', 'signature-mismatch'],
  ['malformed-json', 'body-malformed'],
  ['multipart', 'body-malformed'],
  ['oversized', 'accepted'],
])('%s: the core says %s', async (fault, expected) => {
  const { outcomes, records } = await fireWith([fault]);
  expect(outcomes.map(summary)).toEqual([expected]);
  expect(records).toMatchObject([{ faults: [fault], state: 'delivered' }]);
});

test('the identical request goes out twice', async () => {
  const { receiver, records, outcomes } = await fireWith(['duplicate']);
  const [first, second] = receiver.deliveries;
  expect(second?.headers).toEqual(first?.headers);
  expect(second?.body).toEqual(first?.body);
  expect(records).toMatchObject([{ copyOf: null }, { copyOf: records[0]?.id }]);
  expect(outcomes.map(summary)).toEqual(['accepted', 'accepted']);
});

test('a copy is identical even where signing anew would differ', async () => {
  const { receiver } = await fireWith(['duplicate', 'forged']);
  const signatures = receiver.deliveries.map(({ headers }) => headers['x-heim-signature']);
  expect(new Set(signatures).size).toBe(1);
});

test('deliveries that belong together go out last first', async () => {
  const events = ['appointment.created', 'appointment.scheduled', 'appointment.completed'];
  const { receiver } = await fireWith(['out-of-order'], events);
  const statuses = receiver
    .texts()
    .map((text) => (JSON.parse(text) as { data: { status: string } }).data.status);
  expect(statuses).toEqual(['completed', 'scheduled', 'scheduling']);
});

test('a receiver that knows the other secret as its previous one accepts it', async () => {
  const { receiver } = await fireWith(['wrong-secret']);
  const outcome = accept(receiver.deliveries[0]!, { platform, secrets: [secret, wrongSecret] });
  expect(outcome).toMatchObject({ kind: 'accepted', verification: { secret: 1 } });
});

test('a changed body is still JSON and says something else', async () => {
  const { receiver, ally } = await fireWith(['changed-body']);
  await ally.fire('appointment.created').settled();
  const [changed = '', sent = ''] = receiver.texts();
  expect(JSON.parse(changed)).not.toEqual(JSON.parse(sent));
  expect(changed).toHaveLength(sent.length);
});

test('forms and oversized bodies are what they say', async () => {
  const form = await fireWith(['multipart']);
  expect(form.receiver.deliveries[0]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
  const large = await fireWith(['oversized']);
  expect(large.receiver.deliveries[0]?.body).toHaveLength(17 * 1024 * 1024);
  expect(large.records[0]?.attempts[0]?.request).toMatchObject({ bodyBytes: 17 * 1024 * 1024 });
  expect(large.records[0]?.attempts[0]?.request.body).toHaveLength(64 * 1024);
});

test('faults of the settings meet every delivery, resent ones are clean', async () => {
  const { ally, records, outcomes, receiver } = await fireWith([], undefined, {
    delivery: { faults: ['unsigned'] },
  });
  expect(outcomes.map(summary)).toEqual(['signature-missing']);
  await ally.deliveries.resend(records[0]!.id).settled();
  expect(summary(accept(receiver.deliveries[1]!, { platform, secrets: [secret] }))).toBe('accepted');
});

test('a platform that signs a timestamp has it off by a day', () => {
  const now = Date.parse('2026-01-15T09:30:00.000Z');
  const headerWith = (faults: readonly FaultName[]) =>
    makeRequest(
      {
        platform: 'p',
        webhookId: 'w',
        events: ['e'],
        url: 'http://127.0.0.1/',
        body: Buffer.from('{}'),
        credential: {
          secret,
          scheme: {
            kind: 'hmac',
            algorithm: 'sha256',
            encoding: 'hex',
            content: '{timestamp}.{body}',
            signature: { header: 'X-Signature' },
            timestamp: { at: { header: 'X-Timestamp' }, format: 'iso-8601', tolerance: 300 },
          },
        },
        retry: {
          attempts: 1,
          timeout: 1,
          pauses: { kind: 'list', milliseconds: [] },
          statuses: [],
          unanswered: false,
        },
        faults,
      },
      now,
    ).headers['X-Timestamp'];
  expect(headerWith([])).toBe('2026-01-15T09:30:00.000Z');
  expect(headerWith(['stale-timestamp'])).toBe('2026-01-14T09:30:00.000Z');
  expect(headerWith(['future-timestamp'])).toBe('2026-01-16T09:30:00.000Z');
});

test('every fault is described', async () => {
  const { ally } = (await start.simulator()).platforms;
  expect(faultNames).toHaveLength(11);
  expect(() => ally.fire('appointment.created', { faults: ['invented' as FaultName] })).toThrow('faults.0: ');
});
