import { accept, type JsonValue, larkmereDiary as platform } from '../../../src/index.ts';
import { fixtureSecret, signedDelivery } from '../../../src/testing/index.ts';

const booking = { id: 'bkg_1', status: 'booked', updated_at: '2026-01-15T09:29:41Z' };
const event = { id: 'evt_1', type: 'booking.created', occurred_at: '2026-01-15T09:29:41Z', booking };

function outcomeOf(events: JsonValue[]) {
  const delivery = signedDelivery({ platform, body: { delivery: 'dlv_1', events } });
  return accept(delivery, { platform, secrets: [fixtureSecret(platform)] });
}

describe('a delivery of Larkmere Diary', () => {
  it('is an event for each of its parts, and a broken one does not lose the others', () => {
    const outcome = outcomeOf([event, 'broken', { ...event, id: 'evt_2' }, { ...event, booking: null }]);
    expect(outcome).toMatchObject({ kind: 'accepted', malformed: 2 });
    expect(outcome.kind === 'accepted' && outcome.events.map(({ id }) => id)).toEqual(['evt_1', 'evt_2']);
  });

  it('without events tells nothing', () => {
    expect(outcomeOf([])).toMatchObject({ kind: 'ignored', reason: 'no-event' });
  });

  it('keeps what stands around a booking beside it', () => {
    expect(outcomeOf([{ ...event, moved_from: 'yesterday' }])).toMatchObject({
      events: [
        {
          entity: booking,
          around: { delivery: { delivery: 'dlv_1' }, event: { id: 'evt_1', moved_from: 'yesterday' } },
        },
      ],
    });
  });
});
