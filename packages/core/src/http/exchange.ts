import type { JsonValue } from '../json.ts';

/** A request as a platform describes it: what to ask, not how to reach it. */
export interface ApiRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** The path starts at the root of the host and not at the base URL. */
  readonly fromRoot?: boolean;
  /** Segments below the base URL. Each is encoded by one function, so that no id can leave its place. */
  readonly path: readonly string[];
  readonly query?: ReadonlyArray<readonly [name: string, value: string]>;
  readonly json?: JsonValue;
  /** Sent as `application/x-www-form-urlencoded`. */
  readonly form?: Readonly<Record<string, string>>;
  /** Sent twice it does no more than once, though its method does not say so, e.g. a login. */
  readonly repeatable?: boolean;
  /** Statuses outside 2xx that are an answer here and no error, e.g. 404 when removing. */
  readonly expect?: readonly number[];
}

export interface ApiAnswer {
  readonly status: number;
  readonly body: JsonValue;
}

/**
 * A platform's side of a conversation over REST: it yields requests, is handed the answers, and returns what it made
 * of them. It does no I/O, so that a platform stays data and small pure functions, and several calls in a row, or page
 * after page, read like one.
 *
 * @example
 * function* fetchPatient(id: string): Exchange<JsonObject> {
 *   const answer = yield { path: ['patients', id] };
 *   return asObject(answer.body);
 * }
 */
export type Exchange<Result> = Generator<ApiRequest, Result, ApiAnswer>;
