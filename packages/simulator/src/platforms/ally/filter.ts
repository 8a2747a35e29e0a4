import { Refusal } from '../../refusal.ts';

/** `:` equals, `~` contains. */
type Operator = ':' | '>' | '<' | '>=' | '<=' | '~';

/** `updatedAt>"2024-08-29"`: https://docs.heim.health/docs/filters */
export interface Filter {
  /** `patient.name` is `['patient', 'name']`. */
  readonly path: readonly string[];
  readonly operator: Operator;
  readonly value: string | number;
}

const shape =
  /^\s*(?<path>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)\s*(?<operator>>=|<=|[:><~])\s*(?<value>"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?)\s*$/su;

/**
 * Reads `<field><operator><value>`. Text, ids and dates stand in double quotes, with `\"` and `\\` for a quote and a
 * backslash within; numbers stand bare.
 *
 * @throws Refusal for anything else
 */
export function parseFilter(text: string): Filter {
  const parts = shape.exec(text)?.groups;
  if (parts === undefined) {
    throw new Refusal(
      `Cannot read the filter ${text}: write it like externalRef:"abc" or updatedAt>"2024-08-29".`,
    );
  }
  const { path = '', operator = ':', value = '' } = parts;
  return { path: path.split('.'), operator: operator as Operator, value: readValue(value) };
}

function readValue(text: string): string | number {
  return text.startsWith('"') ? text.slice(1, -1).replaceAll(/\\(.)/gsu, '$1') : Number(text);
}

/** Whether a record passes. A field that it does not have, and one of another type, never does. */
export function passes(record: object, { path, operator, value }: Filter): boolean {
  const actual = valueAt(record, path);
  if (isRecord(actual)) return false;
  if (operator === '~') return contains(actual, value);
  const order = compare(actual, value);
  return order !== null && tests[operator](order);
}

const tests: Readonly<Record<Exclude<Operator, '~'>, (order: number) => boolean>> = {
  ':': (order) => order === 0,
  '>': (order) => order > 0,
  '<': (order) => order < 0,
  '>=': (order) => order >= 0,
  '<=': (order) => order <= 0,
};

/** Letter case does not count: the documentation does not say, and people searching for a name expect it. */
function contains(actual: unknown, value: string | number): boolean {
  return typeof actual === 'string' && actual.toLowerCase().includes(String(value).toLowerCase());
}

const date = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?$/;

/** Below, at or above zero; null where the two cannot be compared. */
function compare(actual: unknown, value: string | number): number | null {
  if (typeof actual === 'number' && typeof value === 'number') return actual - value;
  if (typeof actual !== 'string' || typeof value !== 'string') return null;
  if (date.test(actual) && date.test(value)) return Date.parse(actual) - Date.parse(value);
  if (actual === value) return 0;
  return actual < value ? -1 : 1;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Follows a path through own properties; undefined where it leads nowhere. */
function valueAt(root: unknown, path: readonly string[]): unknown {
  let current = root;
  for (const key of path) {
    if (!isRecord(current) || !Object.hasOwn(current, key)) return undefined;
    current = current[key];
  }
  return current;
}
