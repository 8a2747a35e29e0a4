import { accept, haloConnect, type JsonValue } from '../../../src/index.ts';
import { fixtureTime, signedDelivery } from '../../../src/testing/index.ts';

const body = {
  id: 'd_1',
  occurredAt: '2026-01-15T09:29:58.4172305+00:00',
  siteId: 's_1',
  queryId: 'q_1',
  webhookSource: 'async',
};
const query = { siteId: 's_2', queryId: 'q_2', source: 'registered' };

describe('the envelope of Halo Connect', () => {
  it('is the event itself', () => {
    expect(haloConnect.envelope.open(body)).toEqual([
      {
        entity: body,
        entityId: 'q_1',
        version: 'd_1',
        occurredAt: body.occurredAt,
        deliveryId: 'd_1',
        type: 'async',
        typeFrom: 'body',
      },
    ]);
  });

  it('wins over the variables of the URL', () => {
    expect(haloConnect.envelope.open(body, query)).toEqual(haloConnect.envelope.open(body));
  });

  it('takes from the URL only what the body lacks', () => {
    const lacking = { id: body.id, queryId: body.queryId };
    const [told] = haloConnect.envelope.open({ ...lacking, webhookSource: null }, query);
    expect(told?.entity).toEqual({ ...lacking, siteId: 's_2', webhookSource: 'registered' });
    expect(told).toMatchObject({ entityId: 'q_1', type: 'registered', typeFrom: 'url' });
  });

  it.each([{}, { siteId: '' }, { siteId: '{siteId}' }, { site: 's_2' }])(
    'leaves out what the query %j does not tell',
    (given) => {
      const [told] = haloConnect.envelope.open({ id: 'd_1' }, given as Record<string, string>);
      expect(told?.entity).toEqual({ id: 'd_1' });
    },
  );

  it('says in the event that the name was read from the URL', () => {
    const delivery = signedDelivery({ platform: haloConnect, body: { id: 'd_1' }, query });
    const outcome = accept(delivery, { platform: haloConnect, secrets: ['whsec_test_123'] });
    expect(outcome).toMatchObject({ events: [{ type: 'registered', typeFrom: 'url', id: 'd_1' }] });
  });

  it.each([
    ['async', 'accepted'],
    ['registered', 'ignored'],
  ])('passes a filter for %s: %s', (value, kind) => {
    const delivery = signedDelivery({ platform: haloConnect, body, receivedAt: fixtureTime });
    const { field } = haloConnect.filters.find(({ key }) => key === 'webhookSource') ?? { field: '' };
    const filters = [{ field, operator: 'is' as const, values: [value] }];
    expect(accept(delivery, { platform: haloConnect, secrets: ['whsec_test_123'], filters }).kind).toBe(kind);
  });

  it.each([[null], ['text'], [[]], [{}], [{ queryId: 'q_1' }], [{ id: '' }]] as JsonValue[][])(
    'does not know %j',
    (given) => {
      expect(haloConnect.envelope.open(given ?? null, query)).toEqual([null]);
    },
  );
});
