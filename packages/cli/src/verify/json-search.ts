import { CliError } from '../exit.ts';

type Fields = Readonly<Record<string, unknown>>;

export interface FoundRequest {
  readonly request: Fields;
  /** The objects that it lies in, the innermost first. */
  readonly around: readonly Fields[];
}

/** Where tools put the request: HAR, Zapier, n8n and the simulator. */
const wrappers = ['log', 'entries', 'request', 'rawRequest', 'bundle', 'json', 'attempts'] as const;

/** @throws CliError when there is none, or more than one */
export function findRequest(value: unknown): FoundRequest {
  const found = search(value, []);
  if (found !== null) return found;
  throw new CliError(
    'There is no request in the JSON.',
    'Give an object with "headers" and "body", or the raw request.',
  );
}

function search(value: unknown, around: readonly Fields[]): FoundRequest | null {
  if (Array.isArray(value)) return search(onlyOne(value), around);
  if (typeof value !== 'object' || value === null) return null;
  const fields = value as Fields;
  if (fields['headers'] !== undefined) return { request: fields, around };
  for (const name of wrappers) {
    // Each attempt sends the same again; the last is the one that people look at.
    const inner = name === 'attempts' ? last(fields[name]) : fields[name];
    const found = search(inner, [fields, ...around]);
    if (found !== null) return found;
  }
  return null;
}

function last(value: unknown): unknown {
  return Array.isArray(value) ? (value as unknown[]).at(-1) : undefined;
}

function onlyOne(values: readonly unknown[]): unknown {
  if (values.length < 2) return values[0];
  throw new CliError(`The JSON holds ${values.length} requests.`, 'Keep the one to check.');
}
