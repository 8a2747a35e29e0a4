import { ally, type Exchange, type JsonObject, type Platform, type Subscription } from '@carehooks/core';

const webhooks = ['webhooks'];

function* read(path: string): Exchange<JsonObject[]> {
  const answer = yield { path: [path] };
  return answer.body as JsonObject[];
}

/**
 * A made-up platform with all that Ally lacks: sessions, subscriptions by API or by hand, events of its users' own,
 * lists to choose from, filters by name and parameters. Its appointments are those of Ally.
 */
export const clinic: Platform = {
  ...ally,
  id: 'clinic',
  name: 'Clinic',
  settings: [
    { key: 'clientId', label: 'Client ID', help: 'Of the app.', type: 'text', required: true },
    { key: 'clientSecret', label: 'Client Secret', help: 'Shown once.', type: 'secret', required: true },
    { key: 'previousClientSecret', label: 'Previous Client Secret', help: 'The last one.', type: 'secret' },
    { key: 'baseUrl', label: 'Base URL', help: 'Where the API answers.', type: 'text' },
  ],
  parameters: [
    { key: 'maxRows', label: 'Most Rows', help: 'Further rows are cut off.', type: 'text', default: '100' },
    {
      key: 'privateNotes',
      label: 'Private Notes',
      help: 'Whether notes are fetched.',
      type: 'choice',
      choices: [
        { value: '', label: 'Leave Out' },
        { value: 'yes', label: 'Include' },
      ],
    },
    { key: 'reportPin', label: 'Report PIN', help: 'Opens reports.', type: 'secret' },
  ],
  customEvents: true,
  filters: [
    {
      key: 'doctorId',
      label: 'Doctor',
      help: 'Only this one.',
      field: 'practitioner.id',
      choices: 'doctors',
    },
    { key: 'city', label: 'City', help: 'Only here.', field: 'location.city' },
  ],
  choices: {
    *doctors() {
      return (yield* read('doctors')).map(({ id, name }) => ({ value: String(id), label: String(name) }));
    },
    *events() {
      return (yield* read('events')).map(({ name }) => ({ value: String(name), label: String(name) }));
    },
  },
  signature: {
    kind: 'hmac',
    algorithm: 'sha256',
    encoding: 'hex',
    content: '{body}',
    signature: { header: 'x-clinic-signature' },
  },
  subscription: {
    mode: 'api',
    manual: {
      mode: 'manual',
      steps: ['Open the webhook settings.', 'Paste the webhook URL of this trigger.'],
    },
    rootSecrets: ({ clientSecret = '', previousClientSecret = '' }) => [clientSecret, previousClientSecret],
    *list() {
      return (yield* read('webhooks')) as unknown as Subscription[];
    },
    *create({ targetUrl, events, secret }) {
      const json = { targetUrl, events: [...events], secret, enabled: true };
      yield { method: 'POST', path: webhooks, json };
    },
    *remove({ id }) {
      yield { method: 'DELETE', path: [...webhooks, id], expect: [404] };
    },
  },
  expandTogether: undefined,
  api: {
    baseUrl: ({ baseUrl = '' }) => baseUrl,
    authorize: ({ accessToken = '' }): Record<string, string> =>
      accessToken === '' ? {} : { authorization: `Bearer ${accessToken}` },
    environment: () => null,
    *test() {
      const [clinicRow] = yield* read('clinics');
      return { label: String(clinicRow?.['name']) };
    },
    session: {
      *login({ clientId = '', clientSecret = '' }, now) {
        const form = { client_id: clientId, client_secret: clientSecret };
        const { body } = yield { method: 'POST', path: ['login'], form };
        const { token, seconds } = body as { token: string; seconds: number };
        return { accessToken: token, expiresAt: new Date(now + seconds * 1_000).toISOString() };
      },
    },
  },
  changes: undefined,
};
