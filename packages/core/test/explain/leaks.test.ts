import fc from 'fast-check';
import { type Delivery, type Platform, platforms } from '../../src/index.ts';
import { explainDelivery } from '../../src/explain/index.ts';
import { fixtureTime, signedDelivery } from '../../src/testing/index.ts';
import { basic, discovered, identified, plain, prefixed, stamped, trailing } from './explained.ts';

const schemes: readonly Platform[] = [
  plain,
  prefixed,
  stamped,
  trailing,
  identified,
  discovered,
  basic,
  ...platforms,
];

/** Long enough that no text of ours holds it by chance, and of letters that headers, URLs and JSON take as they are. */
const canary = fc.stringMatching(/^[a-z0-9]{12,20}$/).map((text) => `zq${text}`);

const body = fc
  .tuple(fc.array(canary, { minLength: 6, maxLength: 6 }), fc.constantFrom('data', 'payload', 'other'))
  .map(([[id = '', key = '', text = '', event = '', from = '', entity = ''], wrapper]) => ({
    canaries: [id, key, text, event, from, entity],
    json: JSON.stringify({
      [wrapper]: { id: entity, [key]: text, event, status: from, updatedAt: from },
      ...{ id, event, event_id: event, webhookSource: event, [key]: { [key]: text } },
    }),
  }));

type Mishap = (delivery: Delivery) => Delivery;

const renamed =
  (change: (name: string) => string): Mishap =>
  (delivery) => ({
    ...delivery,
    headers: Object.fromEntries(
      Object.entries(delivery.headers).map(([name, value]) => [change(name), value]),
    ),
  });

const rewritten =
  (change: (text: string) => string): Mishap =>
  (delivery) => ({
    ...delivery,
    body: Buffer.from(change(Buffer.from(delivery.body).toString())),
  });

const respelled =
  (change: (value: string) => string): Mishap =>
  (delivery) => ({
    ...delivery,
    headers: Object.fromEntries(
      Object.entries(delivery.headers).map(([name, value]) => [name, change(value)]),
    ),
  });

const mishaps: readonly Mishap[] = [
  (delivery) => delivery,
  renamed((name) => `http-${name}`),
  renamed((name) => `${name}-other`),
  respelled((value) => `!${value}`),
  respelled((value) => `sha1=${value}`),
  rewritten((text) => `${text}\n`),
  rewritten((text) => JSON.stringify(JSON.parse(text), null, 2)),
  rewritten((text) => text.slice(5)),
  rewritten((text) => `[${text},1]`),
  (delivery) => ({ ...delivery, receivedAt: delivery.receivedAt + 1e9 }),
  (delivery) => ({ ...delivery, query: { key: delivery.query['token'] ?? '' } }),
];

const spoilt = fc.constantFrom<(secret: string) => string>(
  (secret) => secret,
  (secret) => `"${secret}" `,
  (secret) => `${secret}x`,
  (secret) => secret.replace(':', ':x'),
  () => '',
);

describe('an explanation', () => {
  it('holds no secret, no header value and nothing of the body', () => {
    const anything = fc.record({
      platform: fc.constantFrom(...schemes),
      body,
      secrets: fc.array(canary, { minLength: 4, maxLength: 4 }),
      others: fc.array(canary, { minLength: 5, maxLength: 5 }),
      mishap: fc.constantFrom(...mishaps),
      spoil: spoilt,
      how: fc.constantFrom({}, { unsigned: true }, { encoding: 'base64' as const }, { prefix: 'sha1=' }),
    });
    fc.assert(
      fc.property(anything, ({ platform, body, secrets, others, mishap, spoil, how }) => {
        const [user = '', password = '', older = '', token = ''] = secrets;
        const [value = '', alike = '', id = '', method = '', query = ''] = others;
        const secret = platform.signature.kind === 'basic' ? `${user}:${password}` : password;
        const signed = signedDelivery({
          ...{ platform, body: body.json, secret, id, time: fixtureTime, ...how },
          headers: { 'x-other': value, 'x-old-signature': alike, 'x-my-timestamp': value, 'x-event': query },
          query: { token, other: query, event: value },
        });
        const delivery = mishap({ ...signed, method });
        const explanation = explainDelivery(delivery, {
          platform,
          secrets: [
            { label: 'current', value: spoil(secret) },
            { label: 'previous', value: older },
          ],
          eventHeader: 'x-event',
        });
        const text = JSON.stringify(explanation);
        const told = Object.entries(signed.headers).filter(([name]) => name !== 'content-type');
        const hidden = [
          ...body.canaries,
          ...secrets,
          ...others,
          ...told.flatMap(([, held]) => held.split(/[=, ]/)),
        ];
        for (const one of hidden.filter((part) => part.length >= 10)) expect(text).not.toContain(one);
        expect(explanation.lines.length).toBeGreaterThan(3);
      }),
      { numRuns: 250 },
    );
  });

  it('comes of whatever a delivery holds', () => {
    const text = fc.string({ unit: 'binary', maxLength: 90 });
    const names = fc.constantFrom(
      'x-signature',
      'x-timestamp',
      'x-id',
      'authorization',
      '__proto__',
      'http-x-id',
    );
    const anything = fc.record({
      platform: fc.constantFrom(...schemes),
      body: fc.oneof(
        fc.uint8Array({ maxLength: 90 }),
        fc.json().map((json) => Buffer.from(json)),
      ),
      headers: fc.dictionary(
        fc.oneof(names, text),
        fc.oneof(text, fc.stringMatching(/^t=\d{9,16},v1=[0-9a-f]{64}$/)),
      ),
      query: fc.dictionary(fc.constantFrom('token', 'event', '__proto__'), text),
      secrets: fc.array(text, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(anything, ({ platform, body, headers, query, secrets }) => {
        const delivery = { method: 'POST', headers, query, body, receivedAt: fixtureTime };
        const labelled = secrets.map((value, index) => ({ label: String(index), value }));
        const explanation = explainDelivery(delivery, { platform, secrets: labelled });
        return !explanation.verified && explanation.code !== null && explanation.hint !== null;
      }),
      { numRuns: 300 },
    );
  });
});
