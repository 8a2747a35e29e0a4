import { haloConnect, type JsonValue } from '../../../src/index.ts';
import type { Routes } from '../../../src/testing/index.ts';
import { scriptedClient } from '../../scripted-client.ts';

const connection = { apiKey: 'key_1', siteId: ' s_1 ' };

const scripted = (routes: Routes) => scriptedClient('https://api.haloconnect.io', routes);

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
    const { run, calls } = scripted({ 'GET /integrator/sites/s_1': { json } });
    expect(await run(haloConnect.api.test({ ...connection, environment }))).toEqual({ label });
    expect(calls).toEqual(['GET /integrator/sites/s_1']);
  });

  it.each([
    [403, { error: { status: 403, message: 'Caller Ip Not Allowed' } }, 'api-forbidden'],
    [403, { status: 403, message: 'Caller Ip Not Allowed' }, 'api-forbidden'],
    [401, { error: { status: 401 } }, 'api-unauthorized'],
    [200, { welcome: true }, 'api-answer-unexpected'],
  ])('says with %d and %j what is wrong', async (status, json, code) => {
    const { run } = scripted({ 'GET /integrator/sites/s_1': { status, json } });
    await expect(run(haloConnect.api.test(connection))).rejects.toMatchObject({ code });
  });

  it('offers the registered queries of the site to choose from', async () => {
    const registeredQueries: JsonValue[] = [
      { id: 'q_1', name: 'Appointments today' },
      { id: 'q_2' },
      { name: 'odd' },
      null,
    ];
    const route = 'GET /integrator/sites/s_1/queries/registered';
    const { run } = scripted({ [route]: { json: { registeredQueries } } });
    expect(await run(haloConnect.choices.queries(connection))).toEqual([
      { value: 'q_1', label: 'Appointments today' },
      { value: 'q_2', label: 'q_2' },
    ]);
  });

  it('has no list to choose from without a site, and asks for none', async () => {
    const { run, calls } = scripted({});
    expect(await run(haloConnect.choices.queries({ apiKey: 'k' }))).toEqual([]);
    expect(calls).toEqual([]);
  });
});
