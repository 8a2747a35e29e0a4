import { asObject, asText, isJsonObject, type JsonValue } from '../../json.ts';

export interface Problem {
  /** Upper-case word such as `INVALID_REQUEST`, or a number as text. */
  readonly code: string | null;
  readonly message: string | null;
}

/**
 * What an error body says. The services of Eka Care use four shapes: `{error: {code, message}}`, `{code, error}`,
 * `{success, code, message}` and `{message}`.
 */
export function readProblem(body: JsonValue): Problem {
  const outer = asObject(body);
  const inner = isJsonObject(outer['error']) ? outer['error'] : outer;
  return {
    code: asText(inner['code']),
    message: asText(inner['message']) ?? asText(inner['error']),
  };
}
