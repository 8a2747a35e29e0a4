import type { Platform } from '@carehooks/core';
import type { PlainOutputField } from 'zapier-platform-core';
import { z } from 'zod/v4';

/** The part of JSON Schema that zod writes for the platforms' schemas. */
interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

const simpleTypes: Readonly<Record<string, PlainOutputField['type']>> = {
  string: 'string',
  number: 'number',
  integer: 'integer',
  boolean: 'boolean',
};

/** The output fields of an app: those of the entity with its relations, then those of `trigger`. */
export function outputFieldsOf(platform: Platform, entity: z.ZodObject): PlainOutputField[] {
  const own = fieldsOf(z.toJSONSchema(entity) as Schema, '');
  const id = own.some(({ key }) => key === 'id') ? [] : [eventIdField];
  const fields = [...id, ...own, ...triggerFields(platform)];
  const identity = identityOf(platform);
  for (const key of identity) {
    if (!fields.some((field) => field.key === key))
      throw new Error(`${platform.id} has no output field ${key}.`);
  }
  return fields.map((field) => (identity.includes(field.key) ? { ...field, primary: true } : field));
}

/** What an item has at its top where the entity has no id of its own. */
const eventIdField: PlainOutputField = { key: 'id', label: 'ID', type: 'string' };

/**
 * Top-level fields that together tell one polled change of one record from any other. Zapier looks for `primary` fields
 * at the top level only, so that `trigger.id` cannot be one, and drops nothing that a webhook told.
 */
function identityOf({ changes }: Platform): string[] {
  return changes === undefined ? ['id'] : [...new Set(['id', changes.versionField])];
}

/** Nested fields are named as Zapier names them: `patient__firstName`. */
function fieldsOf(schema: Schema, prefix: string): PlainOutputField[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const key = `${prefix}${name}`;
    const filled = withoutNull(property);
    return filled.properties === undefined ? leaf(key, filled) : fieldsOf(filled, `${key}__`);
  });
}

/** Objects without known fields are left to Zapier, which finds out from live data what is in them. */
function leaf(key: string, schema: Schema): PlainOutputField[] {
  if (schema.type === 'object') return [];
  const list = schema.type === 'array';
  const value = list ? withoutNull(schema.items ?? {}) : schema;
  const type = value.format === 'date-time' ? 'datetime' : simpleTypes[value.type ?? ''];
  const label = schema.description ?? value.description;
  if (type === undefined) throw new Error(`The output field ${key} has a type that Zapier has no name for.`);
  if (label === undefined)
    throw new Error(`The output field ${key} has no label. Describe it in the schema.`);
  return [{ key, label, type, ...(list ? { list } : {}) }];
}

/** Zapier does not tell optional fields from others, so what matters is what a field holds when it holds anything. */
function withoutNull(schema: Schema): Schema {
  const filled = schema.anyOf?.find(({ type }) => type !== 'null');
  if (filled === undefined) return schema;
  return schema.description === undefined ? filled : { ...filled, description: schema.description };
}

function triggerFields({ relations }: Platform): PlainOutputField[] {
  const expansion = Object.entries(relations).map(([name, { label }]) => ({
    key: `trigger__expansion__${name}`,
    label: `Trigger Expansion: ${label}`,
    type: 'string' as const,
  }));
  return [
    { key: 'trigger__id', label: 'Event ID', type: 'string' },
    { key: 'trigger__event', label: 'Event Name', type: 'string' },
    { key: 'trigger__eventFrom', label: 'Event Name Read From', type: 'string' },
    { key: 'trigger__platform', label: 'Platform', type: 'string' },
    { key: 'trigger__environment', label: 'Environment', type: 'string' },
    { key: 'trigger__occurredAt', label: 'Occurred At', type: 'datetime' },
    { key: 'trigger__receivedAt', label: 'Received At', type: 'datetime' },
    { key: 'trigger__deliveryId', label: 'Delivery ID', type: 'string' },
    { key: 'trigger__verified', label: 'Verified By', type: 'string' },
    { key: 'trigger__signatureHeader', label: 'Signature Header', type: 'string' },
    ...expansion,
  ];
}
