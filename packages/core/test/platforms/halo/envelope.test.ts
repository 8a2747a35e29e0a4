import { accept, halo, type JsonObject, type JsonValue } from '../../../src/index.ts';
import { fixtureSecret, signedDelivery } from '../../../src/testing/index.ts';

const guid = '8e25bc7b-e07e-4102-9398-5d6647e1e79d';
const body = { id: guid, event: 'ticket status changed', object_id: 4242, ticket: { id: 4242 } };

function outcomeOf(sent: JsonObject | JsonValue[], events: readonly string[] = []) {
  const platform = halo;
  return accept(signedDelivery({ platform, body: sent }), {
    platform,
    secrets: [fixtureSecret(halo)],
    events,
  });
}

function eventsOf(sent: JsonObject | JsonValue[], events: readonly string[] = []) {
  const outcome = outcomeOf(sent, events);
  return outcome.kind === 'accepted' ? outcome.events : [];
}

describe('bodies of HALO', () => {
  it.each([
    ['the GUID of a delivery', body, guid],
    ['the number of a ticket', { ...body, id: 4242 }, null],
    ['the number of a ticket as text', { ...body, id: '4242' }, null],
    ['a GUID of something else', { id: guid, Summary: 'Custom' }, null],
  ])('with %s as their id', (_what, sent, deliveryId) => {
    const [event] = eventsOf(sent);
    expect(event?.deliveryId).toBe(deliveryId);
    expect(event?.entity).toEqual(sent);
    if (deliveryId === null) expect(event?.id).toMatch(/^[0-9a-f]{32}$/);
  });

  it('without an id count as repeats only when all of them is the same', () => {
    const sent: JsonObject[] = [{ Ticket: 1 }, { Ticket: 1 }, { Ticket: 1, Status: 'New' }];
    const ids = sent.map((one) => eventsOf(one)[0]?.id);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('keep ids and shown names as they are sent', () => {
    const sent = {
      ...body,
      ticket: { id: '0004242', status_id: 'In Progress', client_id: 'Rosewood House' },
    };
    expect(eventsOf(sent)[0]?.entity).toEqual(sent);
  });

  it('in a batch become an event each, and a broken one does not lose the others', () => {
    const parts = Array.from({ length: 100 }, (_, index) => ({
      ...body,
      object_id: index,
      Part: `${index}`,
    }));
    const outcome = outcomeOf([...parts.slice(0, 50), 'broken', ...parts.slice(51)]);
    expect(outcome).toMatchObject({ kind: 'accepted', malformed: 1 });
    expect(outcome.kind === 'accepted' ? outcome.events : []).toHaveLength(99);
  });

  it.each([
    [['ticket status changed'], 1],
    [['Ticket Status Changed'], 1],
    [['76 Ticket Status Changed'], 1],
    [['3 New Ticket Logged'], 0],
    [[], 1],
  ])('are wanted by %j: %d', (events, count) => {
    expect(eventsOf(body, events)).toHaveLength(count);
  });

  it('with the token of a webhook made by hand are authentic', () => {
    const delivery = signedDelivery({
      platform: halo,
      body,
      unsigned: true,
      query: { token: 'long random' },
    });
    expect(accept(delivery, { platform: halo, secrets: ['long random'] })).toMatchObject({
      kind: 'accepted',
      verification: { method: 'token' },
    });
    expect(accept(delivery, { platform: halo, secrets: ['other'] }).kind).toBe('rejected');
  });
});
