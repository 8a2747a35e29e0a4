import { ally, type Platform } from '../../src/index.ts';
import { asText, isJsonObject } from '../../src/json.ts';
import { acceptBody } from './accept-body.ts';

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
    expect(acceptBody([], { platform: batching })).toMatchObject({ kind: 'ignored', reason: 'no-event' });
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
