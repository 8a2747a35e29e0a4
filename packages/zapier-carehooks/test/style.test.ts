import type { ZapierApp } from '@carehooks/harness/zapier';
import type { App, Trigger } from 'zapier-platform-core';
import { isTitleCase } from '../scripts/publishing-rules/trigger-rules.ts';
import { apps, platformOf, sourceOf } from './support/apps.ts';
import { openBuiltApp } from './support/built-app.ts';
import { structuralErrors } from './support/structural-errors.ts';

type Definition = App<Record<string, Trigger>>;

interface Field {
  readonly key: string;
  readonly label?: string;
  readonly helpText?: string;
  readonly dynamic?: string;
  readonly computed?: boolean;
}

const inputFields = (trigger: Trigger) => (trigger.operation.inputFields ?? []) as Field[];
const outputFields = (trigger: Trigger) =>
  (trigger.operation.outputFields ?? []) as Array<Field & { type?: string; primary?: boolean }>;

/** What we ask of the apps beyond the publishing rules of Zapier. */
describe.each(apps)('the app of %s', (id) => {
  const platform = platformOf(id);
  let app: ZapierApp;
  let definition: Definition;
  let hidden: Trigger[];
  let triggers: Trigger[];

  beforeAll(async () => {
    app = await openBuiltApp(id);
    definition = (await app.definition()) as unknown as Definition;
    const all = Object.values(definition.triggers);
    hidden = all.filter(({ display }) => display.hidden === true);
    triggers = all.filter(({ display }) => display.hidden !== true);
  });

  afterAll(() => app.close());

  test('has a trigger for each event, and those that follow from the platform', () => {
    const { choices = {}, subscription } = platform;
    const labels = triggers.map(({ display }) => display.label);
    expect(labels).toEqual([
      ...platform.events.map(({ label }) => label),
      'Any Event',
      ...(subscription.mode === 'api' && subscription.manual ? ['Any Event, Webhook Made by Hand'] : []),
      ...(platform.changes ? [expect.stringMatching(/^Updated /)] : []),
    ]);
    expect(hidden).toHaveLength(Object.keys(choices).length);
  });

  test('meets the schema of Zapier', async () => {
    await expect(structuralErrors(await sourceOf(id))).resolves.toEqual([]);
  });

  test('has short labels, and singular nouns', () => {
    for (const { display, noun } of triggers) {
      expect(display.label?.length).toBeLessThanOrEqual(64);
      expect(noun).toMatch(/^[A-Z][A-Za-z ]*[^s]$/);
    }
  });

  test('has no label twice', () => {
    const labels = triggers.map(({ display }) => display.label);
    expect(new Set(labels).size).toBe(labels.length);
  });

  test('has descriptions that are one sentence and start as all do', () => {
    for (const { display } of triggers) expect(display.description).toMatch(/^Triggers when [^.]+\.$/);
  });

  test('has field labels in title case, and help texts that are sentences and say more than the label', () => {
    const fields = [
      ...triggers.flatMap(inputFields),
      ...((definition.authentication?.fields ?? []) as Field[]).filter(({ computed }) => computed !== true),
    ];
    for (const { key, label = '', helpText = '' } of fields) {
      expect({ key, label, ok: isTitleCase(label) }).toMatchObject({ ok: true });
      expect({ key, helpText }).toMatchObject({ helpText: expect.stringMatching(/^[A-Z0-9*][\s\S]+\.$/) });
      expect(helpText.toLowerCase()).not.toBe(`${label.toLowerCase()}.`);
    }
  });

  test('has keys of input fields in snake case, each used once', () => {
    for (const trigger of triggers) {
      const keys = inputFields(trigger).map(({ key }) => key);
      expect(keys.filter((key) => !/^[a-z]+(_[a-z]+)*$/.test(key))).toEqual([]);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  test('fills drop-downs from triggers that are there, and hides no other', () => {
    const sources = triggers.flatMap(inputFields).flatMap(({ dynamic }) => dynamic ?? []);
    expect(new Set(sources)).toEqual(new Set(hidden.map(({ key }) => `${key}.id.name`)));
  });

  test('tests and names the connection', () => {
    expect(definition.authentication).toMatchObject({
      type: platform.api.session === undefined ? 'custom' : 'session',
      test: expect.stringMatching(/^\$func\$/),
      connectionLabel: '{{label}}',
    });
  });

  test('has a sample with an id for every trigger', () => {
    for (const { operation } of triggers) {
      expect(operation.sample).toMatchObject({ id: expect.anything(), trigger: { id: expect.any(String) } });
    }
  });

  test('tells items apart by what is at the top level of them, where Zapier looks', () => {
    for (const trigger of triggers) {
      const primary = outputFields(trigger).filter((field) => field.primary === true);
      expect(primary.map(({ key }) => key)).toContain('id');
      for (const { key } of primary) {
        expect(trigger.operation.sample).toHaveProperty(key, expect.stringMatching(/./));
      }
    }
  });

  test('either makes webhooks by itself, or says how one is made and where the URL goes', () => {
    const hooks = triggers.filter(({ operation }) => operation.type === 'hook');
    expect(hooks.length).toBeGreaterThan(platform.events.length);
    for (const { display, operation } of hooks) {
      expect(operation).toMatchObject({ performList: expect.stringMatching(/^\$func\$/) });
      if ('performSubscribe' in operation) {
        expect(operation).toMatchObject({ performUnsubscribe: expect.stringMatching(/^\$func\$/) });
        expect(display).not.toHaveProperty('directions');
      } else {
        expect(display.directions).toMatch(/^1\. .*\n2\. /);
        expect(display.directions).toMatch(/webhook URL/i);
        expect(display.directions?.length).toBeLessThanOrEqual(1_000);
      }
    }
    const made = hooks.filter(({ operation }) => 'performSubscribe' in operation);
    expect(made).toHaveLength(platform.subscription.mode === 'api' ? platform.events.length + 1 : 0);
  });

  test('shows advanced fields last', () => {
    for (const trigger of triggers) {
      const groups = inputFields(trigger).map((field) => 'group' in field);
      expect(groups).toEqual([...groups].sort());
    }
  });
});

test('the keys of triggers that Zaps are made with never change', async () => {
  const { triggers } = await sourceOf('ally');
  expect(Object.keys(triggers)).toEqual([
    'appointment_created',
    'appointment_scheduled',
    'appointment_completed',
    'appointment_cancelled',
    'appointment_updated',
    'any_event',
    'updated_appointment',
  ]);
});
