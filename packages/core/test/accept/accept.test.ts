import { acceptBody } from './accept-body.ts';

const appointment = { id: 'apt_1', updatedAt: '2026-01-15T09:00:00.000Z', status: 'scheduled' };

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

  it('reads bytes of any kind, wherever in memory they lie', () => {
    const text = Buffer.from(`[${JSON.stringify({ data: appointment })}]`);
    const bytes = Uint8Array.from(text).subarray(1, -1);
    expect(acceptBody(bytes)).toMatchObject({ events: [{ entity: appointment }] });
  });

  it('takes the sign that stands for unreadable text for a sign, where it was sent', () => {
    const data = { ...appointment, notes: '\ufffd' };
    expect(acceptBody({ data })).toMatchObject({ events: [{ entity: { notes: '\ufffd' } }] });
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

  it('keeps what stands around the entity', () => {
    const outcome = acceptBody({ data: appointment, sentBy: 'scheduler' });
    expect(outcome).toMatchObject({ events: [{ entity: appointment, around: { sentBy: 'scheduler' } }] });
  });

  it.each([
    ['minimal', { id: 'apt_1', status: 'scheduled' }, {}],
    ['full', { id: 'apt_1', status: 'scheduled', notes: 'Knee pain' }, { sentBy: 'scheduler' }],
  ] as const)('tells of an event what the %s output has', (output, entity, around) => {
    const data = { id: 'apt_1', status: 'scheduled', notes: 'Knee pain' };
    const outcome = acceptBody({ data, sentBy: 'scheduler' }, { output });
    expect(outcome).toMatchObject({ events: [{ platform: 'ally', verified: 'hmac-sha256' }] });
    const [event] = outcome.kind === 'accepted' ? outcome.events : [];
    expect([event?.entity, event?.around]).toEqual([entity, around]);
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
