import { ally, complete, type JsonObject } from '../../../src/index.ts';
import { fakeClock, type Routes, scriptedHttp } from '../../../src/testing/index.ts';
import { expandQuery, expandTogether } from '../../../src/platforms/ally/relations.ts';
import { careEvent } from '../../care-event.ts';

const pointing = { patient: { id: 'p_1' }, window: { id: 'win_1' } };

async function expandAlly(entity: JsonObject, routes: Routes, connection = {}) {
  const api = scriptedHttp(routes);
  const [item] = await complete([careEvent('apt_1', entity)], {
    platform: ally,
    connection,
    relations: ['patient', 'window'],
    onFailure: 'keep',
    output: 'full',
    timeLimit: 10_000,
    http: api.http,
    clock: fakeClock(),
  });
  return { item, calls: api.calls };
}

describe('the relations of Ally', () => {
  it('come with the appointment in one request', async () => {
    const appointment = {
      id: 'apt_1',
      patient: { id: 'p_1', firstName: 'Zoë' },
      window: { id: 'win_1', startAt: 'x' },
    };
    const { item, calls } = await expandAlly(pointing, {
      'GET /v1/appointments/apt_1': { json: { data: appointment } },
    });
    expect(item).toMatchObject({ ...appointment, trigger: { expansion: { patient: 'ok', window: 'ok' } } });
    expect(calls).toEqual(['GET /v1/appointments/apt_1?expand=patient%2Cwindow']);
  });

  it('are fetched by id where the query is left empty', async () => {
    const routes = {
      'GET /v1/patients/p_1': { json: { id: 'p_1', firstName: 'Zoë' } },
      'GET /v1/windows/win_1': { status: 404 },
    };
    const { item, calls } = await expandAlly(pointing, routes, { expandQuery: ' ' });
    expect(item).toMatchObject({
      window: { id: 'win_1' },
      trigger: { expansion: { patient: 'ok', window: 'not-found' } },
    });
    expect(calls).toEqual(['GET /v1/patients/p_1', 'GET /v1/windows/win_1']);
  });

  it('do not take a record with another id', async () => {
    const routes = { 'GET /v1/patients/p_1': { json: { data: { id: 'p_2', firstName: 'Someone else' } } } };
    const { item } = await expandAlly({ patient: { id: 'p_1' } }, routes, { expandQuery: '' });
    expect(item).toMatchObject({
      patient: { id: 'p_1' },
      trigger: { expansion: { patient: 'answer-unexpected' } },
    });
    expect(JSON.stringify(item)).not.toContain('Someone else');
  });

  it('cannot come together for an appointment without an id', () => {
    expect(expandTogether({}, ['patient'], {})).toBeNull();
  });
});

describe('the expand query', () => {
  it.each([
    ['expand={relations}', [['expand', 'patient,task']]],
    [
      '?expand[]={relation}',
      [
        ['expand[]', 'patient'],
        ['expand[]', 'task'],
      ],
    ],
    [
      'expand={relations}&depth=2',
      [
        ['expand', 'patient,task'],
        ['depth', '2'],
      ],
    ],
    ['filter=a=b', [['filter', 'a=b']]],
    ['full', [['full', '']]],
    [
      'with_{relation}=1',
      [
        ['with_patient', '1'],
        ['with_task', '1'],
      ],
    ],
    ['', []],
  ])('is filled from "%s"', (template, query) => {
    expect(expandQuery(template, ['patient', 'task'])).toEqual(query);
  });
});
