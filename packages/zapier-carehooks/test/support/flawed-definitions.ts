import type { Action, Definition, Field } from '../../scripts/publishing-rules/definition.ts';

const polling: Action = {
  key: 'updated_visit',
  display: { label: 'Updated Visit', description: 'Triggers when a visit changes.' },
  operation: {
    type: 'polling',
    inputFields: [
      { key: 'site_id', label: 'Site', helpText: 'See `https://example.com`.', dynamic: 'sites.id.name' },
    ],
    outputFields: [{ key: 'at', type: 'datetime' }],
    sample: { id: '1', at: '2026-01-15T09:30:00Z' },
  },
};

const hook: Action = {
  key: 'visit_made',
  display: { label: 'Visit Made by Hand', description: 'Triggers when a visit is made.' },
  operation: {
    type: 'hook',
    performList: '$func$2$f$',
    performSubscribe: '$func$2$f$',
    performUnsubscribe: '$func$2$f$',
    sample: { name: 'A visit' },
  },
};

/** The least that meets every rule. */
export const sound: Definition = {
  authentication: {
    fields: [
      { key: 'apiKey', type: 'password', label: 'API Key', helpText: '[Here](https://example.com/keys).' },
    ],
    test: '$func$2$f$',
    connectionLabel: '{{name}}',
  },
  triggers: { updated_visit: polling, visit_made: hook, sites: { ...polling, key: 'sites' } },
};

type Change = (definition: Definition) => Definition;

const withTrigger =
  (
    trigger: Action,
    operation: Partial<Action['operation']>,
    display: Partial<Action['display']> = {},
  ): Change =>
  (definition) => ({
    ...definition,
    triggers: {
      ...definition.triggers,
      [trigger.key]: {
        ...trigger,
        display: { ...trigger.display, ...display },
        operation: { ...trigger.operation, ...operation },
      },
    },
  });

const withField = (field: Field): Change => withTrigger(hook, { inputFields: [field] });

const withHelp = (helpText: string): Change => withField({ key: 'name', label: 'Name', helpText });

const withSample = (sample: unknown): Change => withTrigger(hook, { sample });

const search: Action = { ...hook, operation: { sample: { id: 1 }, inputFields: [{ key: 'name' }] } };

/** For each rule a definition that breaks it and no other. */
export const flaws: Readonly<Record<string, Change>> = {
  D001: withField({ key: 'api_token' }),
  D002: (definition) => ({
    ...definition,
    authentication: {
      ...definition.authentication,
      fields: [{ key: 'key', type: 'password', helpText: 'A key.' }],
    },
  }),
  D003: (definition) => ({
    ...definition,
    authentication: { ...definition.authentication, connectionLabel: '{{api_key}}' },
  }),
  D004: withField({ key: 'doctor_id' }),
  D005: withField({ key: 'doctor_id', dynamic: 'doctors.id.name' }),
  D006: withTrigger(hook, { performList: undefined }),
  D007: withTrigger(hook, { sample: { link: 'http://example.com' } }),
  D008: withHelp('See https://example.com.'),
  D009: (definition) => ({
    ...definition,
    searches: { find: { ...search, operation: { sample: { id: 1 }, inputFields: [] } } },
  }),
  D010: withTrigger(polling, { outputFields: [{ key: 'version', primary: true }] }),
  D011: withHelp('name.'),
  D012: withSample([{ id: 1 }]),
  D013: withField({ key: 'doctor', search: 'find.id' }),
  D014: (definition) => ({
    ...withField({ key: 'doctor', search: 'find.id', list: true })(definition),
    searches: { find: search },
  }),
  D015: (definition) => ({ ...definition, searchOrCreates: { find: { search: 'find', create: 'make' } } }),
  D016: (definition) => ({ ...definition, triggers: { hook: { ...hook, operation: staticHook } } }),
  D017: withTrigger(hook, { performUnsubscribe: undefined }),
  D018: withTrigger(hook, {}, { label: 'Visit made' }),
  D021: withTrigger(hook, {}, { description: 'Triggers whenever a visit is made.' }),
  D022: (definition) => ({
    ...definition,
    creates: { make: { ...search, operation: { sample: { id: 1 } } } },
  }),
  D023: withSample({ madeAt: '2026-01-15T09:30:00' }),
  D024: withTrigger(hook, {
    outputFields: [{ key: 'visit__count', type: 'integer' }],
    sample: { visit: [{ count: '2' }] },
  }),
  D025: withSample({ link: 'javascript:alert(1)' }),
  D028: (definition) => ({ ...definition, flags: { cleanInputData: true } }),
};

const staticHook = { ...hook.operation, performSubscribe: undefined };
