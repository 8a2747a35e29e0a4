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

/** Zapier's forms are made of the core's texts. n8n's lint wants most of them written out in the node. */
describe.each(platforms)('$name reads as it does on Zapier', (platform) => {
  const name = platform.id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

  const properties = () => (host.package.nodes.get(`${name}Trigger`) as INodeType).description.properties;

  function choicesOf(property: string): INodePropertyOptions[] {
    const lists = properties().filter((one) => one.name === property && one.options !== undefined);
    return lists.flatMap(({ options = [] }) => options as INodePropertyOptions[]);
  }

  it('in its events, by name', () => {
    const choices = choicesOf('events');
    expect(choices.map(({ value }) => value).sort()).toEqual(
      ['*', ...platform.events.map(({ type }) => type)].sort(),
    );
    const labels = platform.events.map(({ label }) => label).sort();
    expect(choices.map(({ name }) => name)).toEqual(['Any Event', ...labels]);
    const [, ...told] = choices;
    for (const { description } of told) expect(description).toMatch(/^When [^.]+$/);
  });

  it('in its related records, by name', () => {
    const choices = choicesOf('expand');
    expect(choices.map(({ value }) => value).sort()).toEqual(Object.keys(platform.relations).sort());
    const labels = Object.values(platform.relations).map(({ label }) => label);
    expect(choices.map(({ name }) => name)).toEqual(labels.sort());
    for (const { description } of choices) expect(description).toMatch(/^[A-Z][^.]+$/);
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
    const ofThisHost = fields.filter((field) => !pairs.some(([paired]) => paired === field));
    expect(ofThisHost.filter(({ name }) => !['accessToken', 'testSecret'].includes(name))).toEqual([]);
    for (const [field, setting] of pairs) expectSameTexts(field, setting, field.hint);
  });

  const optionals = () =>
    (properties().find((one) => one.name === 'options')?.options ?? []) as INodeProperties[];

  it('in its own parameters', () => {
    for (const setting of platform.parameters ?? []) {
      const field = optionals().find((one) => one.name === setting.key);
      if (field === undefined) throw new Error(`The node has no option ${setting.key}.`);
      expectSameTexts(field, setting, field.description);
    }
  });

  it('in its replay window', () => {
    const { signature } = platform;
    const window = optionals().find(({ name }) => name === 'replayWindow');
    expect(window?.default).toBe(signature.kind === 'hmac' ? signature.timestamp?.tolerance : undefined);
  });

  it('in its filters, and in events that a user names', () => {
    const wanted = (platform.filters ?? []).map(({ key }) => key);
    if (platform.customEvents === true) wanted.push('customEvents');
    expect(optionals().map((one) => one.name)).toEqual(expect.arrayContaining(wanted));
  });
});

/** Label, default, choices and help. n8n's help may leave out what its form shows by itself. */
function expectSameTexts(field: INodeProperties, setting: Setting, text = ''): void {
  const { label, help, choices = [], default: preset = '' } = setting;
  expect(field.displayName).toBe(label);
  expect(String(field.default)).toBe(preset);
  expect(help).toContain(text);
  expect(text).not.toBe('');
  const names = (field.options ?? []).map((option) => option.name).sort();
  expect(names).toEqual(choices.map((choice) => choice.label).sort());
}
