import type { CareEvent, Exchange, JsonObject, Platform, Relation } from '../../src/index.ts';
import { type ApiRequest, ally } from '../../src/index.ts';
import { expand, type ExpansionOptions } from '../../src/expansion/run.ts';
import { fakeClock, fixtureTime, type Routes, type Script, scriptedHttp } from '../../src/testing/index.ts';
import { careEvent } from '../care-event.ts';

/** Points to a patient and to a task. */
export const pointing = careEvent('a_1', { patient: { id: 'p_1' }, task: { id: 't_1' } });
export const patient = { id: 'p_1', firstName: 'Zoë' };
export const task = { id: 't_1', name: 'Blood draw' };

function* fetchRecord(request: ApiRequest): Exchange<JsonObject> {
  return (yield request).body as JsonObject;
}

function relation(key: string): Relation {
  return {
    key,
    label: key,
    description: key,
    id: (entity) => ((entity[key] as JsonObject | undefined)?.['id'] as string | undefined) ?? null,
    fetch: (id) => fetchRecord({ path: [key, id] }),
  };
}

/** Fetches every relation by itself. */
export const single: Platform = {
  ...ally,
  id: 'made-up',
  relations: { patient: relation('patient'), task: relation('task') },
  expandTogether: () => null,
};

/** Fetches all relations of an appointment together where the API can. */
export const together: Platform = {
  ...single,
  expandTogether: (entity, wanted) =>
    fetchRecord({ path: ['appointments', String(entity['id'])], query: [['expand', wanted.join(',')]] }),
};

export interface Changed extends Partial<ExpansionOptions> {
  readonly time?: number;
}

/** Expands events against a scripted API. */
export function scriptedExpansion(routes: Routes | Script) {
  const api = scriptedHttp(routes);
  const clock = fakeClock();
  const run = (events: readonly CareEvent[], { time = 10_000, ...changed }: Changed = {}) =>
    expand(
      events,
      { platform: single, connection: {}, relations: ['patient', 'task'], onFailure: 'keep', ...changed },
      { base: new URL('https://api.example.org'), http: api.http, clock, deadline: fixtureTime + time },
    );
  return { ...api, clock, run };
}
