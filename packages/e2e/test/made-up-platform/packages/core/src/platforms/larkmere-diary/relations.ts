import { TriggerError } from '../../errors.ts';
import type { Relation } from '../../expansion/relation.ts';
import type { Exchange } from '../../http/exchange.ts';
import { asObject, asText, type JsonObject } from '../../json.ts';

/** Source: https://developers.larkmere.example/api/clients */
export const relations = {
  client: {
    key: 'client',
    label: 'Client',
    description: 'The person who comes, with name and contact details.',
    id: (entity) => asText(entity['client_id']),
    *fetch(id): Exchange<JsonObject> {
      const answer = yield { path: ['clients', id] };
      const client = asObject(asObject(answer.body)['client']);
      if (client['id'] !== id) throw new TriggerError('api-answer-unexpected', { status: answer.status });
      return client;
    },
  },
} as const satisfies Record<string, Relation>;
