import type { ApiSubscription, JsonValue, Subscription } from '../../src/index.ts';
import { asObject } from '../../src/json.ts';
import type { HttpRequest } from '../../src/ports.ts';
import type { ScriptedAnswer } from '../../src/testing/index.ts';
import { scriptedClient } from '../scripted-client.ts';

/** A platform with an API for webhooks that needs no more than one request each. */
export const replacing: ApiSubscription = {
  mode: 'api',
  rootSecrets: (connection) => [connection['clientSecret'] ?? '', connection['previousClientSecret'] ?? ''],
  *list() {
    const answer = yield { path: ['hooks'] };
    return answer.body as unknown as Subscription[];
  },
  *create(wanted) {
    yield { method: 'POST', path: ['hooks'], json: { ...wanted, events: [...wanted.events] } };
  },
  *remove({ id }) {
    yield { method: 'DELETE', path: ['hooks', id], expect: [404] };
  },
};

export const updating: ApiSubscription = {
  ...replacing,
  *update({ id }, wanted) {
    yield { method: 'PUT', path: ['hooks', id], json: { ...wanted, events: [...wanted.events] } };
  },
};

export type Step = (request: HttpRequest) => ScriptedAnswer | null;

/** Its API: a store of subscriptions, and what goes wrong before it is asked. */
export function hookApi(stored: readonly Subscription[] = [], interfere: Step = () => null) {
  const store = new Map(stored.map((one) => [one.id, one]));
  let count = 0;

  function answer(request: HttpRequest): ScriptedAnswer {
    const id = new URL(request.url).pathname.split('/')[3] ?? '';
    switch (request.method) {
      case 'GET':
        return { json: [...store.values()] as unknown as JsonValue };
      case 'POST':
        count += 1;
        store.set(`new_${count}`, subscription({ ...read(request), id: `new_${count}` }));
        return { status: 201, json: { id: `new_${count}` } };
      case 'PUT':
        store.set(id, subscription({ ...read(request), id }));
        return { status: 204 };
      default:
        return { status: store.delete(id) ? 204 : 404 };
    }
  }

  const api = scriptedClient(
    'https://api.example.org/v1',
    (request) => interfere(request) ?? answer(request),
  );
  const methods = () => api.requests.map(({ method }) => method).join(' ');
  return { ...api, answer, methods, stored: () => [...store.values()] };
}

function read(request: HttpRequest): Partial<Subscription> {
  return asObject(JSON.parse(request.body ?? '')) as Partial<Subscription>;
}

export const targetUrl = 'https://n8n.example.com/webhook/1';

/** A subscription as it should be, but for what is given. */
export function subscription(changed: Partial<Subscription> = {}): Subscription {
  return { id: 'old', targetUrl, events: ['created'], enabled: true, secret: 'derived', ...changed };
}

export const wanted = { connection: {}, targetUrl, events: ['created'], secret: 'derived' };
