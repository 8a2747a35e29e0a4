import fc from 'fast-check';
import { accept, type AcceptOptions, ally, type Platform } from '../src/index.ts';
import { asText, isJsonObject } from '../src/json.ts';
import { type DeliveryOptions, fixtureSecret, signedDelivery } from '../src/testing/index.ts';

const secrets = [fixtureSecret(ally)];
const appointment = { id: 'apt_1', updatedAt: '2026-01-15T09:00:00.000Z', status: 'scheduled' };

function acceptBody(
  body: DeliveryOptions['body'],
  options: Partial<AcceptOptions> = {},
  changed: Partial<DeliveryOptions> = {},
) {
  const platform = options.platform ?? ally;
  return accept(signedDelivery({ platform, body, ...changed }), { platform, secrets, ...options });
}

/** A platform that sends batches. */
const batching: Platform = {
  ...ally,
  id: 'batching',
  envelope: {
    open: (body) =>
      (Array.isArray(body) ? body : []).map((part) =>
        isJsonObject(part) && part['id'] !== undefined
          ? {
              entity: part,
              entityId: asText(part['id']),
              version: null,
              occurredAt: null,
              deliveryId: asText(part['delivery']),
              type: asText(part['event']),
            }
          : null,
      ),
  },
};

describe('accepting a delivery', () => {
  it('tells the event, how it was proved, and what it is about', () => {
    const outcome = acceptBody({ data: appointment }, { events: ['appointment.scheduled'] });
    const verification = { method: 'hmac-sha256', header: 'x-ally-signature', secret: 0 };
    expect(outcome).toEqual({
      kind: 'accepted',
      verification,
      malformed: 0,
      events: [
        {
          id: expect.stringMatching(/^[0-9a-f]{32}$/),
          type: 'appointment.scheduled',
          typeFrom: 'declared',
          platform: 'ally',
          entity: appointment,
          around: {},
          occurredAt: appointment.updatedAt,
          receivedAt: Date.parse('2026-01-15T09:30:00Z'),
          deliveryId: null,
          verified: 'hmac-sha256',
          signatureHeader: 'x-ally-signature',
        },
      ],
    });
    expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
  });

  it('looks at the signature before it reads the body', () => {
    expect(acceptBody('no JSON', {}, { forged: true })).toEqual({
      kind: 'rejected',
      code: 'signature-mismatch',
    });
  });

  it.each([
    ['no JSON', 'body-malformed'],
    ['', 'body-malformed'],
    ['{"data":{"id":"apt_1"}', 'body-malformed'],
    [Buffer.from([0x22, 0xff, 0x22]), 'body-malformed'],
    ['[]', 'envelope-unexpected'],
    ['{"data":{}}', 'envelope-unexpected'],
  ])('rejects the signed body %j as %s', (body, code) => {
    expect(acceptBody(body)).toEqual({ kind: 'rejected', code });
  });

  it.each([
    [100, 'accepted'],
    [101, 'rejected'],
    [100_000, 'rejected'],
  ])('finds a body that is %i levels deep %s', (levels, kind) => {
    const lists = '['.repeat(levels - 2) + ']'.repeat(levels - 2);
    expect(acceptBody(`{"data":{"id":"apt_1","lists":${lists}}}`).kind).toBe(kind);
  });

  it('does not mind a byte order mark', () => {
    expect(acceptBody(`\ufeff${JSON.stringify({ data: appointment })}`).kind).toBe('accepted');
  });

  it('ignores events that were not chosen', () => {
    const chosen = { events: ['appointment.created', 'appointment.completed'], eventHeader: 'x-event' };
    const headers = { 'x-event': 'appointment.updated' };
    expect(acceptBody({ data: appointment }, chosen, { headers })).toMatchObject({
      kind: 'ignored',
      reason: 'event-not-chosen',
      verification: { secret: 0 },
    });
  });

  it('ignores what the filters leave out', () => {
    const filters = [{ field: 'status', operator: 'is', values: ['completed'] } as const];
    expect(acceptBody({ data: appointment }, { filters })).toMatchObject({
      kind: 'ignored',
      reason: 'filtered-out',
    });
  });

  it('takes unsigned deliveries only where the user chose that, and says so', () => {
    const unsigned = { unsigned: true };
    const body = { data: appointment };
    expect(acceptBody(body, { secrets: [] }, unsigned)).toEqual({ kind: 'rejected', code: 'secret-missing' });
    const verification = { acceptUnsigned: true };
    expect(acceptBody(body, { secrets: [''], verification }, unsigned)).toMatchObject({
      kind: 'accepted',
      events: [{ verified: 'none', signatureHeader: null }],
    });
  });
});

describe('accepting a batch', () => {
  it('tells each of its events', () => {
    const body = Array.from({ length: 50 }, (_, index) => ({
      id: index,
      delivery: `d_${index}`,
      event: 'x',
    }));
    const outcome = acceptBody(body, { platform: batching });
    const events = outcome.kind === 'accepted' ? outcome.events : [];
    expect(events.map(({ id }) => id)).toEqual(body.map(({ delivery }) => delivery));
  });

  it('counts parts that cannot be read, and tells the others', () => {
    const outcome = acceptBody([{ id: 1 }, null, 'x', { id: 2 }], { platform: batching });
    expect(outcome).toMatchObject({
      kind: 'accepted',
      malformed: 2,
      events: [{ type: null }, { type: null }],
    });
  });

  it('ignores an empty one, and rejects one that cannot be read at all', () => {
    expect(acceptBody([], { platform: batching })).toMatchObject({ kind: 'ignored', reason: 'nothing-told' });
    expect(acceptBody([null, 1], { platform: batching })).toEqual({
      kind: 'rejected',
      code: 'envelope-unexpected',
    });
  });

  it('chooses and filters event by event', () => {
    const body = [
      { id: 1, event: 'created', status: 'open' },
      { id: 2, event: 'closed', status: 'open' },
      { id: 3, event: 'CREATED', status: 'done' },
    ];
    const filters = [{ field: 'status', operator: 'isNot', values: ['Done'] } as const];
    const outcome = acceptBody(body, { platform: batching, events: ['created', 'moved'], filters });
    expect(outcome).toMatchObject({ kind: 'accepted', events: [{ entity: { id: 1 } }] });
    expect(outcome.kind === 'accepted' && outcome.events).toHaveLength(1);
  });
});

describe('whatever a delivery holds', () => {
  const anyText = fc.string({ unit: 'binary', maxLength: 60 });
  const anyBody = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.json({ maxDepth: 4 }),
    fc.json({ maxDepth: 3 }).map((json) => `{"data":${json}}`),
  );

  it('does not make accepting throw', () => {
    fc.assert(
      fc.property(
        anyBody,
        fc.dictionary(fc.oneof(anyText, fc.constantFrom('x-event', 'authorization')), anyText),
        fc.dictionary(fc.constantFrom('event', 'other', '__proto__'), anyText),
        fc.boolean(),
        (body, headers, query, signed) => {
          const changed = { headers, query, unsigned: !signed };
          const verification = { acceptUnsigned: !signed };
          const filters = [{ field: 'data.0.__proto__.x', operator: 'isNot', values: [] } as const];
          const options = { eventHeader: 'x-event', filters, verification, secrets: signed ? secrets : [] };
          return ['accepted', 'ignored', 'rejected'].includes(acceptBody(body, options, changed).kind);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('does not lose a key or change a value when it is unwrapped', () => {
    const anyKey = fc.oneof(fc.string(), fc.constantFrom('data', 'trigger', '__proto__', 'constructor'));
    const anyEntity = fc.dictionary(anyKey, fc.jsonValue({ maxDepth: 3 }));
    fc.assert(
      fc.property(anyEntity, (fields) => {
        const text = JSON.stringify({ ...fields, id: 'apt_1' });
        const outcome = acceptBody(`{"data":${text}}`);
        expect(JSON.stringify(outcome.kind === 'accepted' && outcome.events[0]?.entity)).toBe(text);
      }),
      { numRuns: 200 },
    );
  });
});
