import { type ApiRequest, type Exchange, TriggerError } from '../../src/index.ts';
import type { Routes, Script } from '../../src/testing/index.ts';
import { scriptedClient } from '../scripted-client.ts';

export const route = 'GET /v1/records/r_1';
export const ok: Script = { json: { id: 'r_1' } };

function* ask(request: ApiRequest): Exchange<unknown> {
  const answer = yield request;
  return answer;
}

/** One request to an API that is scripted. */
export function scriptedRequest(routes: Routes | Script, time = 10_000) {
  const api = scriptedClient('https://api.example.org/v1', routes, time);
  const send = (request: Partial<ApiRequest> = {}) => api.run(ask({ path: ['records', 'r_1'], ...request }));
  return { ...api, send };
}

export async function codeOf(work: Promise<unknown>): Promise<unknown> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof TriggerError ? error.code : error;
}
