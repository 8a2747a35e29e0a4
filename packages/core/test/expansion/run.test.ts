import type { Exchange, JsonObject } from '../../src/index.ts';
import { asObject, asText } from '../../src/json.ts';
import { type ScriptedAnswer, timeoutError } from '../../src/testing/index.ts';
import { careEvent } from '../care-event.ts';
import { patient, pointing, scriptedExpansion, single, task, together } from './scripted-expansion.ts';

/** An API that answers any record, and tells how many requests it had at the same time. */
function busyApi() {
  const load = { now: 0, most: 0 };
  const answer = async ({ url }: { readonly url: string }): Promise<ScriptedAnswer> => {
    load.now += 1;
    load.most = Math.max(load.most, load.now);
    await new Promise((resolve) => setImmediate(resolve));
    load.now -= 1;
    return { json: { id: new URL(url).pathname.split('/').at(-1) ?? '', known: 'all' } };
  };
  return { load, answer };
}

describe('expanding relations', () => {
  it('fetches what an event points to into its place', async () => {
    const { run, calls } = scriptedExpansion({
      'GET /patient/p_1': { json: patient },
      'GET /task/t_1': { json: task },
    });
    const [expanded] = await run([pointing]);
    expect(expanded?.entity).toEqual({ id: 'a_1', patient, task });
    expect(expanded?.report).toEqual({ patient: 'ok', task: 'ok' });
    expect(calls).toEqual(['GET /patient/p_1', 'GET /task/t_1']);
    expect(pointing.entity['patient']).toEqual({ id: 'p_1' });
  });

  it('fetches the chosen relations only', async () => {
    const { run, calls } = scriptedExpansion({ 'GET /task/t_1': { json: task } });
    const [expanded] = await run([pointing], { relations: ['task', 'unknown'] });
    expect(expanded?.report).toEqual({ task: 'ok' });
    expect(calls).toEqual(['GET /task/t_1']);
  });

  it('keeps fields of the reference that the record does not have', async () => {
    const { run } = scriptedExpansion({ 'GET /patient/p_1': { json: { firstName: 'Zoë' } } });
    const [expanded] = await run([pointing], { relations: ['patient'] });
    expect(expanded?.entity['patient']).toEqual(patient);
  });

  it('does not fetch what came whole or is not there', async () => {
    const { run, calls } = scriptedExpansion({ status: 500 });
    const [expanded] = await run([careEvent('a_1', { patient, task: null })]);
    expect(expanded?.report).toEqual({ patient: 'included', task: 'absent' });
    expect(expanded?.entity).toEqual({ id: 'a_1', patient, task: null });
    expect(calls).toEqual([]);
  });

  it('looks a second time for what the fetched records point to, and asks for nothing twice', async () => {
    const doctor = {
      ...single.relations['task'],
      ...{ key: 'doctor', label: 'doctor', description: 'doctor' },
      id: ({ patient: found }: JsonObject) => asText(asObject(found)['doctorId']),
      *fetch(id: string): Exchange<JsonObject> {
        return asObject((yield { path: ['doctor', id] }).body);
      },
    };
    const platform = { ...single, relations: { doctor, ...single.relations } };
    const { run, calls } = scriptedExpansion({
      'GET /patient/p_1': { json: { ...patient, doctorId: 'd_1' } },
      'GET /doctor/d_1': { json: { id: 'd_1', lastName: 'Adeyemi' } },
    });
    const events = [
      careEvent('a_1', { patient: { id: 'p_1' } }),
      careEvent('a_2', { patient: { id: 'p_1' } }),
    ];
    const expanded = await run(events, { platform, relations: ['patient', 'doctor'] });
    for (const { entity, report } of expanded) {
      expect(report).toEqual({ doctor: 'ok', patient: 'ok' });
      expect(entity).toMatchObject({ patient, doctor: { lastName: 'Adeyemi' } });
    }
    expect(calls).toEqual(['GET /patient/p_1', 'GET /doctor/d_1']);
  });

  it('fetches each distinct entity once: 100 events about 5 patients are 5 requests', async () => {
    const { load, answer } = busyApi();
    const { run, calls } = scriptedExpansion(answer);
    const events = Array.from({ length: 100 }, (_, index) =>
      careEvent(`a_${index}`, { patient: { id: `p_${index % 5}` } }),
    );
    const expanded = await run(events, { relations: ['patient'] });
    expect(calls).toHaveLength(5);
    expect(load.most).toBe(4);
    expect(expanded.map(({ event: { id } }) => id)).toEqual(events.map(({ id }) => id));
    for (const [index, { entity, report }] of expanded.entries()) {
      expect(entity['patient']).toEqual({ id: `p_${index % 5}`, known: 'all' });
      expect(report).toEqual({ patient: 'ok' });
    }
  });

  it('asks an API that does not know the query no more for every event', async () => {
    const { run, calls } = scriptedExpansion(({ url }) => {
      const [, collection, id] = new URL(url).pathname.split('/');
      const reference = { id: 'p_1' };
      return { json: collection === 'appointments' ? { id: id ?? '', patient: reference } : patient };
    });
    const events = Array.from({ length: 50 }, (_, index) =>
      careEvent(`a_${index}`, { patient: { id: 'p_1' } }),
    );
    const expanded = await run(events, { platform: together, relations: ['patient'] });
    expect(expanded.every(({ report }) => report['patient'] === 'ok')).toBe(true);
    expect(calls.filter((call) => call.includes('/appointments/')).length).toBeLessThanOrEqual(4);
    expect(calls.filter((call) => call.includes('/patient/'))).toHaveLength(1);
  });

  it('tells a patient and a task with the same id apart', async () => {
    const { run } = scriptedExpansion({
      'GET /patient/1': { json: { id: '1', is: 'patient' } },
      'GET /task/1': { json: { id: '1', is: 'task' } },
    });
    const [expanded] = await run([careEvent('a_1', { patient: { id: '1' }, task: { id: '1' } })]);
    expect(expanded?.entity).toMatchObject({ patient: { is: 'patient' }, task: { is: 'task' } });
  });
});

describe('expanding together', () => {
  const whole = { id: 'a_1', patient, task };
  const platform = together;

  it('takes all relations from one answer', async () => {
    const { run, calls } = scriptedExpansion({ 'GET /appointments/a_1': { json: whole } });
    const [expanded] = await run([pointing], { platform });
    expect(expanded?.entity).toEqual(whole);
    expect(calls).toEqual(['GET /appointments/a_1?expand=patient%2Ctask']);
  });

  it('fetches by itself what the answer holds as a reference only', async () => {
    const { run, calls } = scriptedExpansion({
      'GET /appointments/a_1': { json: { ...whole, task: { id: 't_1' } } },
      'GET /task/t_1': { json: task },
    });
    const [expanded] = await run([pointing], { platform });
    expect(expanded?.entity).toEqual(whole);
    expect(calls).toHaveLength(2);
  });

  it('does not take an object with another id: the appointment may point elsewhere by now', async () => {
    const { run } = scriptedExpansion({
      'GET /appointments/a_1': { json: { ...whole, patient: { id: 'p_2', firstName: 'Someone else' } } },
      'GET /patient/p_1': { json: patient },
    });
    const [expanded] = await run([pointing], { platform });
    expect(expanded?.entity['patient']).toEqual(patient);
  });

  it.each([400, 404, 422])('fetches everything by itself where the API answers %i', async (status) => {
    const { run, calls } = scriptedExpansion({
      'GET /appointments/a_1': { status },
      'GET /patient/p_1': { json: patient },
      'GET /task/t_1': { json: task },
    });
    const [expanded] = await run([pointing], { platform });
    expect(expanded?.report).toEqual({ patient: 'ok', task: 'ok' });
    expect(calls).toHaveLength(3);
  });

  it.each([
    [{ status: 401 }, 'unauthorized'],
    [{ status: 403 }, 'forbidden'],
    [timeoutError(), 'timeout'],
  ] as const)('does not ask again one by one after %j', async (failure, status) => {
    const { run, calls } = scriptedExpansion({ 'GET /appointments/a_1': failure });
    const [expanded] = await run([pointing], { platform });
    expect(expanded?.report).toEqual({ patient: status, task: status });
    expect(new Set(calls)).toEqual(new Set(['GET /appointments/a_1?expand=patient%2Ctask']));
  });

  it('asks nothing for an entity that another answer held already', async () => {
    const events = [1, 2, 3, 4, 5, 6].map((number) => careEvent(`a_${number}`, { patient: { id: 'p_1' } }));
    const { run, calls } = scriptedExpansion(async () => ({ json: { id: 'any', patient } }));
    const expanded = await run(events, { platform, relations: ['patient'] });
    expect(expanded.map(({ report }) => report['patient'])).toEqual(events.map(() => 'ok'));
    expect(calls.length).toBeLessThanOrEqual(4);
  });

  it('keeps what one answer held although another was refused at the same time', async () => {
    const events = ['a_1', 'a_2'].map((id) => careEvent(id, { patient: { id: 'p_1' } }));
    const { run } = scriptedExpansion({
      'GET /appointments/a_1': { json: { id: 'a_1', patient } },
      'GET /appointments/a_2': async () => {
        await new Promise((resolve) => setImmediate(resolve));
        return { status: 403 };
      },
    });
    const expanded = await run(events, { platform, relations: ['patient'] });
    expect(expanded.map(({ report }) => report['patient'])).toEqual(['ok', 'ok']);
  });
});
