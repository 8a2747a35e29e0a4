import { ally, type JsonObject, type JsonValue } from '../../../src/index.ts';
import { newestFirst, recordOf, rowsOf } from '../../../src/platforms/ally/api.ts';
import { scriptedClient } from '../../scripted-client.ts';

const base = 'https://api.heim.health/v1';

describe('the API of Ally', () => {
  it.each([
    [{}, {}],
    [{ apiKey: '' }, {}],
    [{ apiKey: 'test_1' }, { authorization: 'test_1' }],
    [{ apiKey: 'test_1', authorizationScheme: 'Bearer' }, { authorization: 'Bearer test_1' }],
  ])('is asked under %j with the headers %j', (connection, headers) => {
    expect(ally.api.authorize(connection)).toEqual(headers);
  });

  it.each([
    ['test_1', 'test'],
    ['live_1', 'live'],
    ['other', null],
    [undefined, null],
  ])('finds for the key %s the environment %s', (apiKey, environment) => {
    expect(ally.api.environment({ apiKey })).toBe(environment);
  });

  it('has an address that the user may change', () => {
    expect(ally.api.baseUrl({})).toBe(base);
    expect(ally.api.baseUrl({ baseUrl: 'https://api.allyhealth.co.uk/v1' })).toBe(
      'https://api.allyhealth.co.uk/v1',
    );
  });

  it.each([
    [{ data: [{ name: 'Dr Care' }] }, 'test_1', 'Dr Care (test mode)'],
    [[{ name: 'Dr Care' }], 'live_1', 'Dr Care'],
    [{ data: [] }, 'live_1', 'Ally (Heim)'],
    [{ organisations: [] }, 'test_1', 'Ally (Heim) (test mode)'],
  ] as Array<[JsonValue, string, string]>)(
    'names the account of %j under %s',
    async (json, apiKey, label) => {
      const { run, calls } = scriptedClient(base, { json });
      expect(await run(ally.api.test({ apiKey }))).toEqual({ label });
      expect(calls).toEqual(['GET /v1/organisations']);
    },
  );

  it('takes no body at all for no account', async () => {
    const { run } = scriptedClient(base, { status: 200, body: '' });
    await expect(run(ally.api.test({ apiKey: 'test_1' }))).rejects.toMatchObject({
      code: 'api-answer-unexpected',
    });
  });

  it('finds rows and records with and without an envelope, and unwraps once', () => {
    const row = { id: 'apt_1', data: { id: 'inner' } };
    expect(rowsOf([row, null, 'x'])).toEqual([row]);
    expect(rowsOf({ data: [row] })).toEqual([row]);
    expect(() => rowsOf({ data: row })).toThrow('something other than the JSON');
    expect(recordOf(row)).toEqual(row);
    expect(recordOf({ data: row })).toEqual(row);
    expect(recordOf({ data: 'x' })).toEqual({ data: 'x' });
    expect(recordOf(null)).toEqual({});
  });

  it('sorts by the last change, those without one last, and leaves the list as it was', () => {
    const rows: JsonObject[] = [
      { id: 'a' },
      { id: 'b', updatedAt: '2026-01-01' },
      { id: 'c', updatedAt: '2026-01-02' },
    ];
    expect(newestFirst(rows).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
    expect(rows.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });
});
