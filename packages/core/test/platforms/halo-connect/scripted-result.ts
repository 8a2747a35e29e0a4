import { complete, haloConnect, type JsonObject, type JsonValue } from '../../../src/index.ts';
import {
  fakeClock,
  type Routes,
  type Script,
  type ScriptedAnswer,
  scriptedHttp,
} from '../../../src/testing/index.ts';
import { careEvent } from '../../care-event.ts';

export const root = '/integrator/sites/s_1/queries';
export const rows: JsonObject[] = [{ id: 1, name: 'Zoë' }, { id: 2 }, { id: 3 }, { id: 4 }, { id: 5 }];

export function base64(content: JsonValue): string {
  return Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)).toString('base64');
}

export function page(content: JsonValue): ScriptedAnswer {
  return { json: { data: base64(content), parameters: [] } };
}

export function query(counts: number[], last = 'cached', status = 'successful'): ScriptedAnswer {
  const pages = counts.map((count, index) => ({
    pageNumber: index + 1,
    status: index === counts.length - 1 ? last : 'cached',
    rows: { count },
  }));
  return {
    json: { id: 'q_1', status, result: { rows: counts.reduce((sum, count) => sum + count, 0), pages } },
  };
}

/** An async query of which the pages answer as given. */
export function pages(counts: number[], answers: Script[], last?: string): Routes {
  const found = answers.map((answer, index) => [`GET ${root}/q_1/results/${index + 1}`, answer] as const);
  return { [`GET ${root}/q_1`]: query(counts, last), ...Object.fromEntries(found) };
}

interface Given {
  readonly source?: string;
  readonly connection?: Record<string, string>;
  readonly onFailure?: 'keep' | 'fail';
  readonly entity?: JsonObject;
}

export async function fetchResult(routes: Routes, given: Given = {}) {
  const { source = 'async', connection = {}, onFailure = 'keep', entity = {} } = given;
  const api = scriptedHttp(routes);
  const clock = fakeClock();
  const told = { siteId: 's_1', queryId: 'q_1', webhookSource: source, ...entity };
  const [item] = await complete([careEvent('d_1', told)], {
    platform: haloConnect,
    connection: { apiKey: 'k', ...connection },
    relations: ['result'],
    ...{ onFailure, output: 'full', timeLimit: 10_000, http: api.http, clock },
  });
  return { result: item?.['result'], expansion: item?.trigger.expansion['result'], calls: api.calls };
}

export const twoPages = pages([3, 2], [page(rows.slice(0, 3)), page(rows.slice(3))]);
