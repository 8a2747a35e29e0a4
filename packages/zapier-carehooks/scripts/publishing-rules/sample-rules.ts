import {
  type Action,
  actionsOf,
  type Definition,
  type Field,
  type Found,
  staticFields,
  stringsIn,
  triggersOf,
} from './definition.ts';
import { each, type Finding, type Rule } from './rule.ts';

const dateLike = /^\d{4}-\d\d-\d\d|^\d{1,2}[ ./-](\d{1,2}|[A-Z][a-z]{2,8})[ ./-]\d{4}/;
const iso8601 = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d))?$/;

/** Whether Zapier's check reads a text as a date or time that it cannot place, for want of a zone or of the form. */
export function isVagueTime(value: unknown): boolean {
  return typeof value === 'string' && dateLike.test(value) && !iso8601.test(value);
}

/** About the samples that users set up a Zap with before there is anything real. */
export const sampleRules: readonly Rule[] = [
  {
    id: 'D010',
    title: 'samples of polling triggers hold what items are told apart by',
    find: (definition) =>
      each(
        triggersOf(definition),
        ({ operation }) => operation.type !== 'hook' && !hasIdentity(operation),
        'Put the primary fields in.',
      ),
  },
  {
    id: 'D012',
    title: 'there is a sample of one item',
    find: (definition) =>
      each(
        actionsOf(definition),
        ({ operation }) => !isItem(operation.sample),
        'Add one, as a live item would be.',
      ),
  },
  {
    id: 'D023',
    title: 'times in samples are ISO 8601 with a zone',
    find: (definition) =>
      each(samplesOf(definition), isVagueTime, 'Write it as 2026-01-15T09:30:00Z, or leave it out.'),
  },
  {
    id: 'D024',
    title: 'samples are as the output fields say',
    find: (definition) => actionsOf(definition).flatMap(findMismatches),
  },
];

const isItem = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;

function hasIdentity({ sample, outputFields }: Action['operation']): boolean {
  const primary = staticFields(outputFields).filter((field) => field.primary === true);
  const keys = primary.length === 0 ? ['id'] : primary.map(({ key }) => key);
  return isItem(sample) && keys.every((key) => ['string', 'number'].includes(typeof sample[key]));
}

function samplesOf(definition: Definition): Array<Found<string>> {
  return actionsOf(definition).flatMap(({ where, thing }) =>
    stringsIn(thing.operation.sample, `${where}.sample`),
  );
}

function findMismatches({ where, thing }: Found<Action>): Finding[] {
  const { sample, outputFields } = thing.operation;
  return staticFields(outputFields).flatMap((field) => {
    const values = valuesAt(sample, field.key.split('__'));
    const missing = field.required === true && values.length === 0;
    if (!missing && values.every((value) => matches(value, field))) return [];
    return [{ where: `${where}.sample.${field.key}`, problem: `It is no ${field.type ?? 'text'}.` }];
  });
}

/** Zapier names nested fields `patient__firstName`; a field of a list is in each of its entries. */
function valuesAt(value: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((entry) => valuesAt(entry, path));
  if (value === null || value === undefined) return [];
  const [name, ...rest] = path;
  if (name === undefined) return [value];
  return typeof value === 'object' ? valuesAt((value as Record<string, unknown>)[name], rest) : [];
}

function matches(value: unknown, { type = 'string' }: Field): boolean {
  switch (type) {
    case 'integer':
      return Number.isInteger(value);
    case 'number':
    case 'boolean':
      return typeof value === type;
    case 'datetime':
      return typeof value === 'string' && iso8601.test(value);
    default:
      return typeof value === 'string';
  }
}
