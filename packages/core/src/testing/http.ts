import type { JsonValue } from '../json.ts';
import type { Http, HttpRequest, HttpResponse } from '../ports.ts';

export interface ScriptedAnswer {
  /** Default: 200. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: JsonValue;
  /** The body as it is, instead of `json`. */
  readonly body?: string;
}

/** An answer, an error to throw, or a function that gives either. */
export type Script =
  ScriptedAnswer | Error | ((request: HttpRequest) => ScriptedAnswer | Promise<ScriptedAnswer>);

/** By method and path with or without query, e.g. `GET /v1/patients/p_1`. Several answers go out in turn, the last for good. */
export type Routes = Readonly<Record<string, Script | readonly Script[]>>;

export interface ScriptedHttp {
  readonly http: Http;
  /** Every request so far. */
  readonly requests: readonly HttpRequest[];
  /** Every request so far as `GET /path?query`. */
  readonly calls: readonly string[];
}

/** An API that answers by a table. What the table does not have is answered with 404; a function answers everything. */
export function scriptedHttp(routes: Routes | Script): ScriptedHttp {
  const requests: HttpRequest[] = [];
  const calls: string[] = [];
  const taken = new Map<string, number>();

  function choose(request: HttpRequest, route: string, call: string): Script {
    if (typeof routes === 'function' || routes instanceof Error || isAnswer(routes)) return routes;
    const key = [call, route].find((candidate) => Object.hasOwn(routes, candidate));
    const scripted = key === undefined ? undefined : routes[key];
    if (key === undefined || scripted === undefined) return { status: 404, json: {} };
    if (!isSequence(scripted)) return scripted;
    const turn = taken.get(key) ?? 0;
    taken.set(key, turn + 1);
    const script = scripted[Math.min(turn, scripted.length - 1)];
    if (script === undefined) throw new Error(`No answer is scripted for ${request.method} ${key}.`);
    return script;
  }

  return {
    requests,
    calls,
    async http(request) {
      const { pathname, search } = new URL(request.url);
      const route = `${request.method} ${pathname}`;
      requests.push(request);
      calls.push(`${route}${search}`);
      const script = choose(request, route, `${route}${search}`);
      if (script instanceof Error) throw script;
      return toResponse(typeof script === 'function' ? await script(request) : script);
    },
  };
}

/** What a host throws when an answer does not come in time. */
export function timeoutError(): Error {
  return Object.assign(new Error('The request was given up'), { name: 'TimeoutError' });
}

const answerKeys: readonly string[] = ['status', 'headers', 'json', 'body'];

function isAnswer(routes: Routes | ScriptedAnswer): routes is ScriptedAnswer {
  const keys = Object.keys(routes);
  return keys.length > 0 && keys.every((key) => answerKeys.includes(key));
}

function isSequence(scripted: Script | readonly Script[]): scripted is readonly Script[] {
  return Array.isArray(scripted);
}

function toResponse({ status = 200, headers = {}, json, body }: ScriptedAnswer): HttpResponse {
  const text = body ?? (json === undefined ? '' : JSON.stringify(json));
  return { status, headers, body: text };
}
