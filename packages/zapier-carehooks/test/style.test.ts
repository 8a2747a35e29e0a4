import type { ZapierApp } from '@carehooks/harness/zapier';
import type { App, Trigger } from 'zapier-platform-core';
import ally from '../src/apps/ally.ts';
import { openBuiltApp } from './support/built-app.ts';
import { structuralErrors } from './support/validate.ts';

type Definition = App<Record<string, Trigger>>;

/**
 * Zapier's publishing rules that can be checked here; its own checks need its server.
 * https://docs.zapier.com/platform/publish/integration-checks-reference
 */
let app: ZapierApp;
let definition: Definition;
let triggers: Trigger[];

beforeAll(async () => {
  app = await openBuiltApp('ally');
  definition = (await app.definition()) as unknown as Definition;
  triggers = Object.values(definition.triggers);
});

afterAll(() => app.close());

const minor = new Set(['a', 'an', 'and', 'as', 'by', 'for', 'from', 'in', 'of', 'or', 'the', 'to', 'with']);

function isTitleCase(text: string): boolean {
  return text.split(/[\s/-]+/).every((word, index) => (index > 0 && minor.has(word)) || /^[^a-z]/.test(word));
}

interface Field {
  readonly key: string;
  readonly label?: string;
  readonly helpText?: string;
}

const inputFields = (trigger: Trigger) => (trigger.operation.inputFields ?? []) as Field[];
const outputFields = (trigger: Trigger) =>
  (trigger.operation.outputFields ?? []) as Array<Field & { type?: string; primary?: boolean }>;

/** The value of a field as Zapier names it: `patient__firstName`. */
function valueOf(sample: unknown, key: string): unknown {
  return key
    .split('__')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | null)?.[name], sample);
}

test('the definition has the triggers of the platform', () => {
  expect(triggers.map(({ key }) => key)).toEqual([
    'appointment_created',
    'appointment_scheduled',
    'appointment_completed',
    'appointment_cancelled',
    'appointment_updated',
    'any_event',
    'updated_appointment',
  ]);
});

test('the definition meets the schema of Zapier', async () => {
  await expect(structuralErrors(ally)).resolves.toEqual([]);
});

test('labels are short and in title case', () => {
  for (const { display, noun } of triggers) {
    expect({ label: display.label, ok: isTitleCase(display.label ?? '') }).toMatchObject({ ok: true });
    expect(display.label?.length).toBeLessThanOrEqual(64);
    expect(noun).toMatch(/^[A-Z][A-Za-z ]*[^s]$/);
  }
});

test('labels are unique', () => {
  const labels = triggers.map(({ display }) => display.label);
  expect(new Set(labels).size).toBe(labels.length);
});

test('descriptions are one sentence that starts as all do', () => {
  for (const { display } of triggers) expect(display.description).toMatch(/^Triggers when [^.]+\.$/);
});

test('field labels are in title case, and help texts are sentences that say more than the label', () => {
  const fields = [
    ...triggers.flatMap(inputFields),
    ...((definition.authentication?.fields ?? []) as Field[]),
  ];
  for (const { key, label = '', helpText = '' } of fields) {
    expect({ key, label, ok: isTitleCase(label) }).toMatchObject({ ok: true });
    expect(helpText).toMatch(/^[A-Z0-9*][\s\S]+\.$/);
    expect(helpText.toLowerCase()).not.toBe(`${label.toLowerCase()}.`);
  }
});

test('keys of input fields are in snake case, each used once', () => {
  for (const trigger of triggers) {
    const keys = inputFields(trigger).map(({ key }) => key);
    expect(keys.filter((key) => !/^[a-z]+(_[a-z]+)*$/.test(key))).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
  }
});

test('no step of a Zap asks for the API key, which belongs to the connection', () => {
  for (const trigger of triggers) {
    expect(
      inputFields(trigger).filter(({ key, label }) => /api.?key|token/i.test(`${key} ${label}`)),
    ).toEqual([]);
  }
});

test('the connection is tested and named', () => {
  expect(definition.authentication).toMatchObject({
    test: expect.stringMatching(/^\$func\$/),
    connectionLabel: '{{label}}',
  });
});

test('every trigger has a sample with an id, and all its top-level fields', () => {
  for (const { operation } of triggers) {
    expect(operation.sample).toMatchObject({ id: expect.any(String), trigger: { id: expect.any(String) } });
  }
});

test('times in samples are ISO 8601 with a zone', () => {
  for (const trigger of triggers) {
    const times = outputFields(trigger)
      .filter(({ type }) => type === 'datetime')
      .map(({ key }) => valueOf(trigger.operation.sample, key))
      .filter((value) => value != null);
    expect(times.length).toBeGreaterThan(2);
    for (const time of times)
      expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
  }
});

test('what identifies an item is at the top level of it, where Zapier looks', () => {
  for (const trigger of triggers) {
    const primary = outputFields(trigger).filter((field) => field.primary === true);
    expect(primary.map(({ key }) => key)).toEqual(['id', 'updatedAt']);
    for (const { key } of primary) expect(trigger.operation.sample).toHaveProperty(key, expect.any(String));
  }
});

test('hook triggers say how the webhook is made, where the URL goes, and have samples to load', () => {
  const hooks = triggers.filter(({ operation }) => operation.type === 'hook');
  expect(hooks).toHaveLength(6);
  for (const { display, operation } of hooks) {
    expect(display.directions).toMatch(/^1\. .*\n2\. /);
    expect(display.directions).toContain('Paste the webhook URL');
    expect(display.directions?.length).toBeLessThanOrEqual(1_000);
    expect(operation).toMatchObject({ performList: expect.stringMatching(/^\$func\$/) });
    expect(operation).not.toHaveProperty('performSubscribe');
  }
});

test('advanced fields come last', () => {
  for (const trigger of triggers) {
    const groups = inputFields(trigger).map((field) => 'group' in field);
    expect(groups).toEqual([...groups].sort());
  }
});
