import { ally, type ApiSubscription, type HmacScheme, type Platform } from '@carehooks/core';
import { signedDelivery } from '@carehooks/core/testing';
import { type Bundle, createAppTester, type PlainInputField, type ZObject } from 'zapier-platform-core';
import { createApp } from '../src/app.ts';
import { clinic } from './support/clinic.ts';
import { outputFields } from '../src/output-fields/ally.ts';
import samples from '../src/samples/ally.json' with { type: 'json' };
import { structuralErrors } from './support/structural-errors.ts';

const timed: HmacScheme = {
  kind: 'hmac',
  algorithm: 'sha256',
  encoding: 'hex',
  content: '{timestamp}.{body}',
  signature: { header: 'x-signature' },
  timestamp: { at: { header: 'x-timestamp' }, format: 'unix-seconds', tolerance: 300 },
};

type Perform = (z: ZObject, bundle: Bundle) => Promise<unknown[]>;

/** The app of a platform that is like Ally but for some of its data. */
function appOf(differences: Partial<Platform>) {
  return createApp({ platform: { ...ally, ...differences }, outputFields, samples });
}

function fieldsOf(app: ReturnType<typeof createApp>, trigger: string): PlainInputField[] {
  return (app.triggers[trigger]?.operation.inputFields ?? []) as PlainInputField[];
}

const keysOf = (differences: Partial<Platform>) =>
  fieldsOf(appOf(differences), 'any_event').map(({ key }) => key);

describe("an app follows from its platform's data", () => {
  test('a platform with timestamps lets the user set the replay window', () => {
    const window = fieldsOf(appOf({ signature: timed }), 'any_event').find(
      ({ key }) => key === 'replay_window',
    );
    expect(window).toMatchObject({ type: 'integer', default: '300' });
    expect(keysOf({})).not.toContain('replay_window');
  });

  test('a platform whose bodies name their event has no header to name it', () => {
    const open: Platform['envelope']['open'] = (body) =>
      ally.envelope.open(body).map((told) => told && { ...told, type: 'appointment.created' });
    expect(keysOf({})).toContain('event_header');
    expect(keysOf({ envelope: { open } })).not.toContain('event_header');
  });

  test.each([
    ['any header is searched', {}, /^Only look for .* Otherwise it is found by itself/],
    ['the header is documented', { signature: timed }, /where a proxy renames it\.$/],
  ])('where %s, pinning another one is explained as it is', (_title, differences, help) => {
    const field = fieldsOf(appOf(differences), 'any_event').find(({ key }) => key === 'signature_header');
    expect(field?.helpText).toMatch(help);
  });

  test('a platform with Basic authentication has no signature to look for', () => {
    expect(keysOf({})).toContain('signature_header');
    expect(keysOf({ signature: { kind: 'basic' } })).not.toContain('signature_header');
  });

  test('a platform without relations has nothing to expand', () => {
    expect(keysOf({})).toEqual(expect.arrayContaining(['expand', 'on_failure', 'output']));
    const keys = keysOf({ relations: {} });
    expect(keys).toContain('output');
    expect(keys.filter((key) => key === 'expand' || key === 'on_failure')).toEqual([]);
  });

  test('a platform that cannot tell what changed is not polled', () => {
    const app = appOf({ changes: undefined });
    expect(Object.values(app.triggers).map(({ operation }) => operation.type)).toEqual(Array(6).fill('hook'));
    expect(appOf({}).triggers).toHaveProperty('updated_appointment');
  });

  test.each([
    ['timestamps', { signature: timed }],
    ['Basic authentication', { signature: { kind: 'basic' } as const }],
    ['no relations', { relations: {} }],
    ['all that Ally lacks', clinic],
  ])('and meets the schema of Zapier with %s', async (_title, differences) => {
    await expect(structuralErrors(appOf(differences))).resolves.toEqual([]);
  });
});

describe('an app of a platform with an API for webhooks', () => {
  const app = appOf(clinic);

  test('makes and removes them by itself, and shows no directions', () => {
    const { display, operation } = app.triggers['appointment_created'] ?? {};
    expect(operation).toMatchObject({
      type: 'hook',
      perform: expect.any(Function),
      performList: expect.any(Function),
      performSubscribe: expect.any(Function),
      performUnsubscribe: expect.any(Function),
    });
    expect(display).not.toHaveProperty('directions');
  });

  test('has one trigger more where a person may make them as well', () => {
    const { display, operation } = app.triggers['any_event_by_hand'] ?? {};
    expect(display?.directions).toMatch(
      /^1\. Open the webhook settings\.\n2\. Paste .*\n3\. Enter the webhook/,
    );
    expect(operation).not.toHaveProperty('performSubscribe');
    const subscription = { ...(clinic.subscription as ApiSubscription), manual: undefined };
    expect(appOf({ ...clinic, subscription }).triggers).not.toHaveProperty('any_event_by_hand');
  });

  test('asks first for what starts a Zap, then for what it starts with, last for what is advanced', () => {
    const keys = (trigger: string) => fieldsOf(app, trigger).map(({ key }) => key);
    const common = [
      ...['doctor_id', 'city'],
      ...['expand', 'on_failure', 'output'],
      ...['max_rows', 'private_notes', 'report_pin'],
      ...['only_when', 'skip_when'],
    ];
    const byHand = ['event_header', 'accept_unsigned'];
    expect(keys('appointment_created')).toEqual(common);
    expect(keys('any_event')).toEqual(['custom_events', ...common]);
    expect(keys('any_event_by_hand')).toEqual(['webhook_secret', ...common, ...byHand, 'signature_header']);
  });

  test('shows parameters as the platform describes them', () => {
    const fields = fieldsOf(app, 'any_event').filter(({ key }) => /max|private|pin/.test(key));
    expect(fields).toEqual([
      expect.objectContaining({ key: 'max_rows', type: 'string', default: '100', required: false }),
      expect.objectContaining({ choices: { yes: 'Include' }, placeholder: 'Leave Out' }),
      expect.objectContaining({ key: 'report_pin', type: 'password' }),
    ]);
  });

  test('takes custom events as text where nothing lists them, and none where there are none', () => {
    const { events: listed, ...choices } = clinic.choices ?? {};
    const field = (differences: Partial<Platform>) =>
      fieldsOf(appOf({ ...clinic, ...differences }), 'any_event').find(({ key }) => key === 'custom_events');
    expect(listed).toBeDefined();
    expect(field({ choices })).toMatchObject({ type: 'string', list: true });
    expect(field({ choices })).not.toHaveProperty('dynamic');
    expect(field({ customEvents: false })).toBeUndefined();
  });
});

test('a webhook that a person makes may have a key that is written in another way', async () => {
  const platform = { ...ally, signature: timed, signingKey: () => ({ encoding: 'hex' as const }) };
  const app = appOf(platform);
  const time = Date.now();
  const [text, bytes] = ['6b6579', 'key'];
  const { headers, body } = signedDelivery({
    platform,
    body: { data: { id: 'apt_1' } },
    secret: bytes,
    time,
  });
  const { perform } = app.triggers['any_event']?.operation as { perform: Perform };
  const receive = (webhookSecret: string) =>
    createAppTester(app)(perform, {
      authData: { webhookSecret },
      inputData: {},
      rawRequest: { headers: { ...headers }, content: Buffer.from(body).toString('utf8') },
      cleanedRequest: {},
    });
  await expect(receive(text)).resolves.toHaveLength(1);
  await expect(receive(bytes)).rejects.toMatchObject({ name: 'HaltedError' });
});

describe('a delivery with a timestamp', () => {
  const app = appOf({ signature: timed });
  const appTester = createAppTester(app);

  /** A delivery that was signed some minutes ago and is received now. */
  function receive(minutesAgo: number, inputData: Record<string, unknown> = {}) {
    const time = Date.now() - minutesAgo * 60_000;
    const platform = { ...ally, signature: timed };
    const { headers, body } = signedDelivery({ platform, body: samplesBody, secret: 'whsec_1', time });
    const perform = app.triggers['any_event']?.operation as { perform: Perform };
    return appTester(perform.perform, {
      authData: { webhookSecret: 'whsec_1' },
      inputData,
      rawRequest: { headers: { ...headers }, content: Buffer.from(body).toString('utf8') },
      cleanedRequest: {},
    });
  }

  const samplesBody = { data: { id: 'apt_1', status: 'scheduled' } };

  test('is accepted within the replay window', async () => {
    await expect(receive(4)).resolves.toMatchObject([{ id: 'apt_1' }]);
  });

  test('halts the Zap outside of it', async () => {
    await expect(receive(6)).rejects.toMatchObject({
      name: 'HaltedError',
      message: expect.stringContaining('older than the replay window allows'),
    });
  });

  test('is measured by the window that the user sets', async () => {
    await expect(receive(6, { replay_window: 600 })).resolves.toHaveLength(1);
    await expect(receive(60, { replay_window: 0 })).resolves.toHaveLength(1);
    await expect(receive(4, { replay_window: 60 })).rejects.toMatchObject({ name: 'HaltedError' });
  });
});
