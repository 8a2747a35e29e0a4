import { ally, type JsonObject, type Platform } from '@carehooks/core';
import { entitySchemas } from '@carehooks/core/schemas';
import { z } from 'zod/v4';
import { outputFieldsOf } from '../scripts/output-fields.ts';
import { samplesOf } from '../scripts/samples.ts';
import { outputFields } from '../src/output-fields/ally.ts';
import samples from '../src/samples/ally.json' with { type: 'json' };
import { apps, type Generated, generatedFor, platformOf } from './support/apps.ts';

describe.each(apps)('what is generated for %s', (app) => {
  const platform = platformOf(app);
  let generated: Generated;

  beforeAll(async () => {
    generated = await generatedFor(app);
  });

  test('are the output fields of its schema (else run scripts/generate.ts)', () => {
    const schema = entitySchemas[app] as z.ZodObject;
    expect(generated.outputFields).toEqual(outputFieldsOf(platform, schema));
  });

  test('are the items of its fixtures (else run scripts/generate.ts)', async () => {
    expect(generated.samples).toEqual(await samplesOf(platform));
  });
});

test('the output fields of Ally name every field that its samples hold, open records aside', () => {
  const known = new Set(outputFields.map(({ key }) => key));
  const open = ['metadata', 'data'];
  const unknown = Object.values(samples)
    .flatMap((sample) => leavesOf(sample as JsonObject, ''))
    .filter((key) => !known.has(key) && !open.includes(key.split('__')[0] ?? ''));
  // Parts that are not there yet, such as a window before an appointment is scheduled, are null as a whole.
  expect(new Set(unknown)).toEqual(new Set(['window', 'practitioner', 'cancellation']));
});

function leavesOf(object: JsonObject, prefix: string): string[] {
  return Object.entries(object).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? leavesOf(value, `${prefix}${name}__`)
      : [`${prefix}${name}`],
  );
}

describe('outputFieldsOf', () => {
  const unpolled: Platform = { ...ally, changes: undefined };
  const label = (schema: z.ZodType, text: string) => schema.describe(text);
  const entity = z.object({
    id: label(z.number(), 'Number'),
    count: label(z.int(), 'Count').nullish(),
    open: label(z.boolean(), 'Open').optional(),
    at: label(z.iso.datetime(), 'Time').nullable(),
    tags: label(z.array(z.string()), 'Tags'),
    person: z.looseObject({ name: label(z.string(), 'Name') }).nullish(),
    anything: z.record(z.string(), z.unknown()).nullish(),
  });

  test('names nested fields, types and lists as Zapier does', () => {
    const fields = outputFieldsOf(unpolled, entity).filter(({ key }) => !key.startsWith('trigger__'));
    expect(fields).toEqual([
      { key: 'id', label: 'Number', type: 'number', primary: true },
      { key: 'count', label: 'Count', type: 'integer' },
      { key: 'open', label: 'Open', type: 'boolean' },
      { key: 'at', label: 'Time', type: 'datetime' },
      { key: 'tags', label: 'Tags', type: 'string', list: true },
      { key: 'person__name', label: 'Name', type: 'string' },
    ]);
  });

  test('asks for a label where one is missing', () => {
    expect(() => outputFieldsOf(unpolled, z.object({ id: z.string() }))).toThrow('id has no label');
  });

  test('asks for a type that Zapier knows', () => {
    const odd = z.object({ id: label(z.array(z.array(z.string())), 'Table') });
    expect(() => outputFieldsOf(unpolled, odd)).toThrow('id has a type that Zapier has no name for');
  });

  test('tells items apart by what changes with every change, and by id alone without polling', () => {
    const primary = (platform: Platform) =>
      outputFieldsOf(platform, entity)
        .filter((field) => field.primary === true)
        .map(({ key }) => key);
    const versioned = (versionField: string) => ({ ...ally, changes: { ...ally.changes, versionField } });
    expect(primary(unpolled)).toEqual(['id']);
    expect(primary(versioned('at'))).toEqual(['id', 'at']);
    expect(primary(versioned('id'))).toEqual(['id']);
  });

  test('names the id that every item has, where the entity has none', () => {
    const [first] = outputFieldsOf(unpolled, entity.omit({ id: true }));
    expect(first).toEqual({ key: 'id', label: 'ID', type: 'string', primary: true });
  });

  test('refuses an identity that no item has', () => {
    expect(() => outputFieldsOf(ally, entity)).toThrow('ally has no output field updatedAt');
  });
});
