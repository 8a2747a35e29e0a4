import type { Exchange, LogEntry } from '../../src/index.ts';
import { timeoutError } from '../../src/testing/index.ts';
import { careEvent } from '../care-event.ts';
import { patient, pointing, scriptedExpansion, single, task } from './scripted-expansion.ts';

describe('what cannot be fetched', () => {
  it.each([
    [{ status: 404 }, 'not-found'],
    [{ status: 410 }, 'not-found'],
    [{ status: 400 }, 'rejected'],
    [{ status: 401 }, 'unauthorized'],
    [{ status: 403 }, 'forbidden'],
    [{ status: 409 }, 'rejected'],
    [{ status: 429 }, 'throttled'],
    [{ status: 302 }, 'redirected'],
    [{ status: 503 }, 'unavailable'],
    [{ body: '<html>' }, 'answer-unexpected'],
    [timeoutError(), 'timeout'],
    [new Error('socket hang up'), 'unreachable'],
  ] as const)('is left out after %j and reported as "%s"', async (failure, status) => {
    const log: LogEntry[] = [];
    const { run } = scriptedExpansion({ 'GET /patient/p_1': failure, 'GET /task/t_1': { json: task } });
    const [expanded] = await run([pointing], { log: (entry) => log.push(entry) });
    expect(expanded?.report).toEqual({ patient: status, task: 'ok' });
    expect(expanded?.entity).toEqual({ id: 'a_1', patient: { id: 'p_1' }, task });
    const facts = 'status' in failure ? { status: failure.status } : 'body' in failure ? { status: 200 } : {};
    expect(log).toEqual([{ code: `api-${status}`, relation: 'patient', ...facts }]);
  });

  it('is left out where its id cannot be part of a URL, and nothing is asked', async () => {
    const { run, calls } = scriptedExpansion({ status: 500 });
    const [expanded] = await run([careEvent('a_1', { patient: { id: '..' } })], {
      relations: ['patient'],
      onFailure: 'fail',
    });
    expect(expanded?.report).toEqual({ patient: 'id-unsafe' });
    expect(calls).toEqual([]);
  });

  it.each([
    { status: 401 },
    { status: 403 },
    { status: 429 },
    { status: 500 },
    // A page in place of the API may be gone the next time.
    { status: 200, body: '<html>' },
  ])('fails everything after %j where that is asked for', async (failure) => {
    const { run } = scriptedExpansion(failure);
    await expect(run([pointing], { onFailure: 'fail' })).rejects.toMatchObject({
      name: 'TriggerError',
      facts: { status: failure.status, relation: 'patient' },
    });
  });

  it.each([
    [{ status: 404 }, 'not-found'],
    [{ status: 400 }, 'rejected'],
  ])('fails nothing after %j, which a second attempt would not solve', async (failure, status) => {
    const { run } = scriptedExpansion(failure);
    const [expanded] = await run([pointing], { onFailure: 'fail' });
    expect(expanded?.report).toEqual({ patient: status, task: status });
  });

  it('is left out when the time is over, and nothing more is started', async () => {
    const api = scriptedExpansion(() => {
      api.clock.advance(6_000);
      return { json: patient };
    });
    const events = [1, 2, 3, 4, 5, 6].map((number) =>
      careEvent(`a_${number}`, { patient: { id: `p_${number}` } }),
    );
    const expanded = await api.run(events, { relations: ['patient'], time: 10_000 });
    const statuses = expanded.map(({ report }) => report['patient']);
    expect(statuses).toEqual(['ok', 'ok', 'timeout', 'timeout', 'timeout', 'timeout']);
    expect(api.calls).toHaveLength(2);
  });

  it('shows faults of the code as they are', async () => {
    const fault = new RangeError('a fault of ours');
    const relation = {
      ...single.relations['patient'],
      key: 'patient',
      label: 'Patient',
      description: 'Faulty.',
      id: () => 'p_1',
      *fetch(): Exchange<never> {
        yield { path: ['patient', 'p_1'] };
        throw fault;
      },
    };
    const platform = { ...single, relations: { patient: relation } };
    await expect(scriptedExpansion({ json: {} }).run([pointing], { platform })).rejects.toBe(fault);
  });
});
