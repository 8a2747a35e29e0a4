import { platforms, type Setting } from '@carehooks/core';
import { loadN8nPackage, type N8nHost } from '@carehooks/harness/n8n';
import type { INodeProperties, INodePropertyOptions, INodeType } from 'n8n-workflow';

/** Names of settings in the credential of a webhook; the others are named as in the core. */
const settingOf: Readonly<Record<string, string>> = {
  secret: 'webhookSecret',
  previousSecret: 'previousWebhookSecret',
};

let host: N8nHost;

beforeAll(async () => {
  host = await loadN8nPackage('packages/n8n-nodes-carehooks');
});

/** The Zapier apps take their texts from the core; the node has to have its own, in n8n's way. */
describe.each(platforms)('$name reads as it does on Zapier', (platform) => {
  const name = platform.id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

  const properties = () => (host.package.nodes.get(`${name}Trigger`) as INodeType).description.properties;

  function choicesOf(property: string): INodePropertyOptions[] {
    const lists = properties().filter((one) => one.name === property && one.options !== undefined);
    return lists.flatMap(({ options = [] }) => options as INodePropertyOptions[]);
  }

  it('in its events', () => {
    for (const { type, label, description } of platform.events) {
      const choice = choicesOf('events').find(({ value }) => value === type);
      expect([choice?.name, choice?.description]).toEqual([
        label,
        description.replace(/^Triggers when (.*)\.$/, 'When $1'),
      ]);
    }
  });

  it('in its related records', () => {
    for (const [relation, { label, description }] of Object.entries(platform.relations)) {
      const choice = choicesOf('expand').find(({ value }) => value === relation);
      expect([choice?.name, choice?.description]).toEqual([label, description.replace(/\.$/, '')]);
    }
  });

  it('in its credentials', () => {
    const types = [`${name}Api`, `${name}WebhookApi`];
    const fields = types.flatMap((type) => host.package.credentials.get(type)?.properties ?? []);
    const pairs = fields.flatMap((field) => {
      const key = settingOf[field.name] ?? field.name;
      const setting = platform.settings.find((one) => one.key === key);
      return setting === undefined ? [] : [[field, setting] as const];
    });
    expect(pairs).toHaveLength(platform.settings.length);
    for (const [field, setting] of pairs) expectSameTexts(field, setting, field.hint);
  });

  it('in its own parameters', () => {
    const [{ options = [] } = {}] = properties().filter((one) => one.name === 'options');
    for (const setting of platform.parameters ?? []) {
      const field = (options as INodeProperties[]).find((one) => one.name === setting.key);
      expect(field).toBeDefined();
      if (field !== undefined) expectSameTexts(field, setting, field.description);
    }
  });
});

/** n8n's text may leave out what its form shows by itself. */
function expectSameTexts(field: INodeProperties, { label, help, choices = [] }: Setting, text = ''): void {
  expect(field.displayName).toBe(label);
  expect(help).toContain(text);
  expect(text).not.toBe('');
  const names = (field.options ?? []).map((option) => option.name).sort();
  expect(names).toEqual(choices.map((choice) => choice.label).sort());
}
