import { settingOf } from '../../connection.ts';
import { TriggerError } from '../../errors.ts';
import type { ExpandTogether, Relation } from '../../expansion/relation.ts';
import type { Exchange } from '../../http/exchange.ts';
import { asObject, asText, type JsonObject } from '../../json.ts';
import { recordOf } from './api.ts';
import { settings } from './settings.ts';

/** Paths by id are documented for appointments only; the others follow the same pattern. */
export const relations = {
  patient: reference(
    'patient',
    'patients',
    'Patient',
    'The person who is visited, with name and contact details.',
  ),
  task: reference('task', 'tasks', 'Task', 'What is to be done at the visit.'),
  window: reference('window', 'windows', 'Window', 'The time window of the visit.'),
  practitioner: reference('practitioner', 'practitioners', 'Practitioner', 'The person who makes the visit.'),
} satisfies Record<string, Relation>;

function reference(key: string, collection: string, label: string, description: string): Relation {
  return {
    key,
    label,
    description,
    id: (entity) => asText(asObject(entity[key])['id']),
    *fetch(id): Exchange<JsonObject> {
      const answer = yield { path: [collection, id] };
      const record = recordOf(answer.body);
      if (asText(record['id']) !== id) throw new TriggerError('api-answer-unexpected');
      return record;
    },
  };
}

/**
 * The appointment itself, with its relations expanded by the API. The query for it is not documented, so it is a
 * setting, and what does not come whole is fetched by id.
 */
export const expandTogether: ExpandTogether = (entity, wanted, connection) => {
  const id = asText(entity['id']);
  const query = expandQuery(settingOf(connection, settings, 'expandQuery'), wanted);
  if (id === null || query.length === 0) return null;
  return (function* (): Exchange<JsonObject> {
    const answer = yield { path: ['appointments', id], query };
    return recordOf(answer.body);
  })();
};

/** Fills the template: `expand={relations}` lists all, each part with `{relation}` is repeated for every one. */
export function expandQuery(template: string, wanted: readonly string[]): Array<readonly [string, string]> {
  return template
    .trim()
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '')
    .map((part) => part.replaceAll('{relations}', wanted.join(',')))
    .flatMap((part) =>
      part.includes('{relation}') ? wanted.map((name) => part.replaceAll('{relation}', name)) : part,
    )
    .map((part) => {
      const [name = '', ...value] = part.split('=');
      return [name, value.join('=')] as const;
    });
}
