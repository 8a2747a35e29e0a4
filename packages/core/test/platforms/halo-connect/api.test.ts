import { converse, haloConnect, type JsonValue } from '../../../src/index.ts';
import { fakeClock, fixtureTime, type Routes, scriptedHttp } from '../../../src/testing/index.ts';

const connection = { apiKey: 'key_1', siteId: ' s_1 ' };

function bench(routes: Routes) {
  const api = scriptedHttp(routes);
  const base = new URL('https://api.haloconnect.io');
  return { api, client: { base, http: api.http, clock: fakeClock(), deadline: fixtureTime + 10_000 } };
}

describe('the API of Halo Connect', () => {
  it.each([
    [{}, 'https://api.haloconnect.io', null],
    [{ apiKey: 'k' }, 'https://api.haloconnect.io', 'live'],
    [{ apiKey: 'k', environment: 'stage' }, 'https://api.stage.haloconnect.io', 'test'],
    [{ apiKey: 'k', environment: 'custom', baseUrl: 'https://p.test' }, 'https://p.test', null],
  ])('for %j is at %s with the environment %s', (given, url, environment) => {
    expect(haloConnect.api.baseUrl(given)).toBe(url);
    expect(haloConnect.api.environment(given)).toBe(environment);
  });

  it('is asked with the subscription key, if there is one', () => {
    expect(haloConnect.api.authorize(connection)).toEqual({ 'ocp-apim-subscription-key': 'key_1' });
    expect(haloConnect.api.authorize({ apiKey: '' })).toEqual({});
  });

  it.each([
    ['production', { id: 's_1', name: 'Wattle Street' }, 'Wattle Street'],
    ['stage', { id: 's_1', name: 'Wattle Street' }, 'Wattle Street (stage)'],
    ['production', { id: 's_1' }, 'Halo Connect'],
  ])('is tested in %s with the site of the connection', async (environment, json, label) => {
    const { api, client } = bench({ 'GET /integrator/sites/s_1': { json } });
    expect(await converse(haloConnect.api.test({ ...connection, environment }), client)).toEqual({ label });
    expect(api.calls).toEqual(['GET /integrator/sites/s_1']);
  });

  it.each([
    [403, { error: { status: 403, message: 'Caller Ip Not Allowed' } }, 'api-forbidden'],
    [403, { status: 403, message: 'Caller Ip Not Allowed' }, 'api-forbidden'],
    [401, { error: { status: 401 } }, 'api-unauthorized'],
    [200, { welcome: true }, 'api-answer-unexpected'],
  ])('says with %d and %j what is wrong', async (status, json, code) => {
    const { client } = bench({ 'GET /integrator/sites/s_1': { status, json } });
    await expect(converse(haloConnect.api.test(connection), client)).rejects.toMatchObject({ code });
  });

  it('offers the registered queries of the site to choose from', async () => {
    const registeredQueries: JsonValue[] = [
      { id: 'q_1', name: 'Appointments today' },
      { id: 'q_2' },
      { name: 'odd' },
      null,
    ];
    const route = 'GET /integrator/sites/s_1/queries/registered';
    const { client } = bench({ [route]: { json: { registeredQueries } } });
    expect(await converse(haloConnect.choices.queries(connection), client)).toEqual([
      { value: 'q_1', label: 'Appointments today' },
      { value: 'q_2', label: 'q_2' },
    ]);
  });

  it('has no list to choose from without a site, and asks for none', async () => {
    const { api, client } = bench({});
    expect(await converse(haloConnect.choices.queries({ apiKey: 'k' }), client)).toEqual([]);
    expect(api.calls).toEqual([]);
  });
});
