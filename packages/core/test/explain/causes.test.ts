import type { Delivery, HmacScheme, Platform } from '../../src/index.ts';
import type { ExplainOptions } from '../../src/explain/index.ts';
import { schemes } from '../signature/schemes.ts';
import {
  deliveryOf,
  discovered,
  explained,
  identified,
  plain,
  prefixed,
  problems,
  secret,
  signedBy,
  stamped,
  trailing,
  withHeaders,
} from './explained.ts';

type Case = readonly [
  what: string,
  platform: Platform,
  delivery: Delivery,
  cause: string,
  options?: Partial<ExplainOptions>,
];

const sha512 = signedBy({ ...schemes.plain, algorithm: 'sha512' });
const bodyFirst: HmacScheme = { ...schemes.stamped, content: '{body}.{timestamp}' };
const labelled = (value: string) => ({ secrets: [{ label: 'current', value }] });
const hexKey = Buffer.from(secret).toString('hex');

function respell(platform: Platform, spell: (value: string) => string): Delivery {
  const delivery = deliveryOf(platform);
  const value = spell(delivery.headers['x-signature'] ?? '');
  return { ...delivery, headers: { ...delivery.headers, 'x-signature': value } };
}

function base64Url(value: string): string {
  return value.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

const encodings: readonly Case[] = [
  ['base64', plain, deliveryOf(plain, { encoding: 'base64' }), 'is base64 in place of hex'],
  ['base64 in pairs', stamped, deliveryOf(stamped, { encoding: 'base64' }), 'is base64 in place of hex'],
  ['hex', identified, deliveryOf(identified, { encoding: 'hex' }), 'is hex in place of base64'],
  ['no prefix', prefixed, deliveryOf(prefixed, { prefix: '' }), 'lacks the prefix "sha512="'],
  ['a prefix', plain, deliveryOf(plain, { prefix: 'v1=' }), 'has a prefix that does not belong there'],
  [
    'a prefix and base64 in pairs',
    stamped,
    deliveryOf(stamped, { encoding: 'base64', prefix: 'sha256=' }),
    'is base64 in place of hex and has a prefix that does not belong there',
  ],
  [
    'another hash',
    sha512,
    deliveryOf(sha512, { algorithm: 'sha256' }),
    'was made with HMAC-SHA256 in place of HMAC-SHA512',
  ],
  ['quotes', plain, respell(plain, (value) => `"${value}"`), 'has quotes around it'],
  [
    'mixed case',
    plain,
    respell(plain, (value) => value.replace(/[a-f]/, (letter) => letter.toUpperCase())),
    'mixes upper and lower case',
  ],
  ['base64url', identified, respell(identified, base64Url), 'is written in base64url'],
].map(
  ([what, platform, delivery, text]) =>
    [what, platform, delivery, `The signature fits, but it ${text}.`] as Case,
);

const headers: readonly Case[] = [
  [
    'names as Zapier shows them',
    trailing,
    withHeaders(deliveryOf(trailing), (name) => `http-${name}`),
    'The proof fits without the "http-" before the names of headers, which Zapier puts there.',
  ],
  [
    'names as CGI has them',
    trailing,
    withHeaders(deliveryOf(trailing), (name) => `http_${name.replaceAll('-', '_')}`),
    'The proof fits with hyphens in the names of headers: something wrote them with underscores.',
  ],
  [
    'names as a proxy changed them',
    trailing,
    withHeaders(deliveryOf(trailing), (name) => `x-forwarded-${name}`),
    'The proof fits without the "x-forwarded-" or "x-original-" before the names of headers.',
  ],
  [
    'another header',
    stamped,
    deliveryOf(stamped, { header: 'x-other' }),
    'The header x-other carries the signature that fits.',
  ],
  [
    'another header than the pinned one',
    discovered,
    deliveryOf(discovered, { header: 'x-heim-signature' }),
    'The header x-heim-signature carries the signature that fits.',
    { verification: { header: 'x-ally-signature' } },
  ],
  [
    'another header for the time',
    trailing,
    withHeaders(deliveryOf(trailing), (name) => name.replace('x-timestamp', 'x-time')),
    'The signature fits with the timestamp of the header x-time.',
  ],
];

const others: readonly Case[] = [
  [
    'another order',
    stamped,
    deliveryOf(signedBy(bodyFirst)),
    'The signature fits {body}.{timestamp}, where {timestamp}.{body} should be signed.',
  ],
  [
    'the body alone, without a time',
    trailing,
    deliveryOf(plain),
    'The signature fits {body}, where {body}.{timestamp} should be signed.',
  ],
  [
    'a key in hex',
    signedBy({ ...schemes.plain, key: { encoding: 'hex' } }),
    deliveryOf(plain, { secret: hexKey }),
    'The signature fits when the secret is read as plain text, and not as hex.',
    labelled(hexKey),
  ],
  [
    'a key that is plain text',
    plain,
    deliveryOf(signedBy({ ...schemes.plain, key: { encoding: 'hex' } }), { secret: hexKey }),
    'The signature fits when the secret is read as hex, and not as plain text.',
    labelled(hexKey),
  ],
  ...[
    [` ${secret}\n`, 'white space'],
    [`"${secret}"`, 'quotes'],
    [`'${secret}'`, 'quotes'],
    [`“${secret}”`, 'quotes'],
    [`\t" ${secret}" `, 'white space and quotes'],
  ].map(([value = '', around]): Case => [
    `a secret with ${around} around it`,
    stamped,
    deliveryOf(stamped),
    `The secret "current" fits without the ${around} around it.`,
    labelled(value),
  ]),
];

const cases = [...encodings, ...headers, ...others].map(
  ([what, platform, delivery, cause, options = {}]) => [what, platform, delivery, cause, options] as const,
);

describe('the cause of a rejection', () => {
  it.each(cases)('is found: %s', (_what, platform, delivery, cause, options) => {
    const explanation = explained(platform, delivery, options);
    expect(explanation.verified).toBe(false);
    expect(problems(explanation).at(-1)).toBe(cause);
    expect(explanation.hint).not.toMatch(/^(?:Copy the secret|Check that the webhook)/);
  });

  it('is found where two things went wrong, one of them with the secret', () => {
    const delivery = deliveryOf(plain, { encoding: 'base64' });
    const explanation = explained(plain, delivery, labelled(` ${secret}`));
    expect(problems(explanation).slice(-2)).toEqual([
      'The secret "current" fits without the white space around it.',
      'The signature fits, but it is base64 in place of hex.',
    ]);
    expect(explanation.hint).toBe(
      'Enter the secret without the white space around it. Whoever makes the delivery has to write the signature as the platform does.',
    );
  });

  it('is not made up where the right secret is in second place', () => {
    const secrets = [
      { label: 'current', value: ' new ' },
      { label: 'previous', value: secret },
    ];
    expect(explained(plain, deliveryOf(plain), { secrets })).toMatchObject({ verified: true });
  });
});
