import { type JsonObject, type JsonValue, valueAt } from './json.ts';

/** A condition on one field of the entity, checked before anything is fetched. */
export interface FieldFilter {
  /**
   * Dotted path into the entity, e.g. `status` or `location.postalCode`. Of several, the first that leads to a value
   * counts.
   */
  readonly field: string | readonly string[];
  readonly operator: 'is' | 'isNot';
  /** Alternatives: `is` wants one of them, `isNot` none. Compared as text, letter case aside. */
  readonly values: readonly string[];
}

/** Reads alternatives as people type them: `scheduled, completed`. None at all stands for an empty field. */
export function parseAlternatives(text: string): string[] {
  const alternatives = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return alternatives.length === 0 ? [''] : alternatives;
}

/** True when the entity meets every filter. A missing field and an empty one read alike: as no text. */
export function passesFilters(entity: JsonObject, filters: readonly FieldFilter[]): boolean {
  return filters.every((filter) => {
    const values = [filter.field].flat().map((path) => valueAt(entity, path));
    const found = asComparable(values.find((value) => value != null));
    const listed = filter.values.some((value) => value.toLowerCase() === found);
    return filter.operator === 'is' ? listed : !listed;
  });
}

function asComparable(value: JsonValue | undefined): string {
  if (value == null) return '';
  return (typeof value === 'object' ? JSON.stringify(value) : String(value)).toLowerCase();
}
