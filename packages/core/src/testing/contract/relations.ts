import type { CareEvent } from '../../event.ts';
import { planRelations } from '../../expansion/plan.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';
import type { Http } from '../../ports.ts';
import { relatedAnswer } from '../fixtures.ts';
import { scriptedHttp } from '../http.ts';
import { memorySeen } from '../seen.ts';
import { fixtureEventsOf, itemsOf, type Subject } from './subject.ts';

export function describeRelations(subject: Subject): void {
  const { platform } = subject;
  const relations = Object.keys(platform.relations);
  if (relations.length === 0) return;

  describe('relations', () => {
    it.each(relations)('fetches %s where an event only points to it', async (name) => {
      const [item] = await expandPointer(subject, name, { http: answering(name, subject) });
      expect(item?.trigger.expansion).toEqual({ [name]: 'ok' });
      expect(Object.keys(valueOf(item, name, subject)).length).toBeGreaterThan(1);
    });

    it.each(relations)('takes %s as it is where it came whole', async (name) => {
      const { http, calls } = scriptedHttp({ status: 500 });
      const [fetched] = await expandPointer(subject, name, { http: answering(name, subject) });
      const whole = { ...pointerTo(name, subject) };
      const { key } = relationOf(name, subject);
      whole.entity = { ...whole.entity, [key]: valueOf(fetched, name, subject) };
      const [item] = await itemsOf([whole], subject, { relations: [name], onFailure: 'fail', http });
      expect(item?.trigger.expansion).toEqual({ [name]: 'included' });
      expect(item?.[key]).toEqual(whole.entity[key]);
      expect(calls).toEqual([]);
    });

    it.each(relations)('asks for no %s where an event points to none', async (name) => {
      const { http, calls } = scriptedHttp({ status: 500 });
      const without = { ...pointerTo(name, subject), entity: { id: 'alone' } };
      const [item] = await itemsOf([without], subject, { relations: [name], onFailure: 'fail', http });
      expect(item?.trigger.expansion).toEqual({ [name]: 'absent' });
      expect(calls).toEqual([]);
    });

    it.each(relations)('lets the item go out without %s when the API is down', async (name) => {
      const { http } = scriptedHttp({ status: 500 });
      const [item] = await expandPointer(subject, name, { http });
      expect(item?.trigger.expansion).toEqual({ [name]: 'unavailable' });
      const { entity, id } = pointerTo(name, subject);
      expect(item).toEqual({ id, ...entity, trigger: item?.trigger });
    });

    it.each(relations)('fails over %s when that is asked for, and forgets the event', async (name) => {
      const { http } = scriptedHttp({ status: 401 });
      const seen = memorySeen();
      const failing = expandPointer(subject, name, { http, onFailure: 'fail', seen });
      await expect(failing).rejects.toMatchObject({ code: 'api-unauthorized', facts: { relation: name } });
      expect([...seen.ids]).toEqual([]);
      expect(await expandPointer(subject, name, { http: answering(name, subject), seen })).toHaveLength(1);
    });
  });
}

type Changed = NonNullable<Parameters<typeof itemsOf>[2]>;

function expandPointer(subject: Subject, name: string, changed: Changed) {
  return itemsOf([pointerTo(name, subject)], subject, { relations: [name], ...changed });
}

/** A recorded event that points to the relation without holding it. */
function pointerTo(name: string, subject: Subject): CareEvent {
  const found = subject.names
    .flatMap((fixture) => fixtureEventsOf(subject, fixture))
    .find((event) => planRelations(event, subject.platform, [name])[0]?.state === 'to-fetch');
  if (found === undefined) throw new Error(`No fixture of ${subject.platform.name} points to a ${name}.`);
  return found;
}

/** An API that knows the relation. */
function answering(name: string, { platform }: Subject): Http {
  const recorded = relatedAnswer(platform.id, name);
  const { http } = scriptedHttp(({ url }) => {
    const path = decodeURIComponent(new URL(url).pathname);
    return { json: answerAt(path, recorded) ?? { id: path.split('/').at(-1) ?? '', known: 'all' } };
  });
  return http;
}

/** The recorded answer, or the one for the end of the path where several are recorded. */
function answerAt(path: string, recorded: JsonValue): JsonValue {
  const byPath = Object.entries(isJsonObject(recorded) ? recorded : {});
  if (byPath.length === 0 || !byPath.every(([key]) => key.startsWith('/'))) return recorded;
  return byPath.find(([end]) => path.endsWith(end))?.[1] ?? null;
}

function relationOf(name: string, { platform }: Subject) {
  const relation = platform.relations[name];
  if (relation === undefined) throw new Error(`${platform.name} has no relation ${name}.`);
  return relation;
}

function valueOf(item: JsonObject | undefined, name: string, subject: Subject): JsonObject | JsonValue[] {
  const value = item?.[relationOf(name, subject).key];
  return typeof value === 'object' && value !== null ? value : {};
}
