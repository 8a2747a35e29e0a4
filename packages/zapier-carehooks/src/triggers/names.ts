/** The key of a trigger, e.g. `appointment_created`: https://github.com/zapier/zapier-platform/blob/main/packages/schema/docs/build/schema.md#keyschema */
export function toKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
}
