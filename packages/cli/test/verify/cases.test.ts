import { type Delivery, type Platform, platforms } from '@carehooks/core';
import {
  type DeliveryOptions,
  fixtureNames,
  fixtureSecret,
  fixtureTime,
  readFixture,
  signedDelivery,
} from '@carehooks/core/testing';
import { carehooks } from '../command-line.ts';
import { gzipped, toRaw } from './captures.ts';

type Kind = Platform['signature']['kind'];

interface Case {
  readonly what: string;
  /** Kinds of schemes that it can happen to. */
  readonly to: readonly Kind[];
  /** Default: all platforms of these kinds. */
  readonly where?: (platform: Platform) => boolean;
  readonly made?: Partial<DeliveryOptions>;
  readonly happens?: (delivery: Delivery) => Delivery;
  /** The secrets that are entered, made of the right one. */
  readonly entered?: (secret: string) => { readonly current: string; readonly previous?: string };
  /** Seconds between sending and receipt. */
  readonly after?: number;
  readonly code: string | null;
  readonly tells: string;
}

const signed: readonly Kind[] = ['hmac', 'discovery'];
const all: readonly Kind[] = [...signed, 'basic'];
const other = 'someone:else';

const renamed =
  (change: (name: string) => string) =>
  (delivery: Delivery): Delivery => ({
    ...delivery,
    headers: Object.fromEntries(
      Object.entries(delivery.headers).map(([name, value]) => [change(name), value]),
    ),
  });

const rewritten =
  (change: (text: string) => string) =>
  (delivery: Delivery): Delivery => ({
    ...delivery,
    body: Buffer.from(change(Buffer.from(delivery.body).toString())),
  });

const indented = rewritten((text) => JSON.stringify(JSON.parse(text), null, 2));

const authentic: readonly Case[] = [
  { what: 'right', to: all, code: null, tells: '✓ The secret "current" fits.' },
  {
    what: 'the previous secret',
    to: all,
    entered: (secret) => ({ current: other, previous: secret }),
    code: null,
    tells: 'What to do: The platform still uses the secret "previous".',
  },
  {
    what: 'a body in gzip',
    to: all,
    happens: gzipped,
    code: null,
    tells: '• The body is decoded from gzip: ',
  },
  {
    what: 'a header that a look through all finds',
    to: ['discovery'],
    made: { header: 'x-whatever', encoding: 'base64', prefix: 'sha256=' },
    code: null,
    tells: '✓ A look through all headers found the signature in x-whatever.',
  },
  {
    what: 'within the window',
    to: ['hmac'],
    after: 299,
    code: null,
    tells: '✓ Sent 4 minutes 59 seconds before',
  },
];

const wrongSecrets: readonly Case[] = [
  {
    what: 'another secret',
    to: signed,
    entered: () => ({ current: other }),
    code: 'signature-mismatch',
    tells: 'So the secret is another one, or the body says something else.',
  },
  ...[
    [' \n', 'white space'],
    ['"', 'quotes'],
  ].flatMap(([around = '', text]) =>
    (['signature-mismatch', 'credentials-mismatch'] as const).map((code): Case => ({
      what: `a secret with ${text} around it`,
      to: code === 'signature-mismatch' ? signed : ['basic'],
      entered: (secret) => ({ current: `${around}${secret}${around}` }),
      code,
      tells: `What to do: Enter the secret without the ${text} around it.`,
    })),
  ),
  {
    what: 'another user',
    to: ['basic'],
    entered: (secret) => ({ current: `x${secret}` }),
    code: 'credentials-mismatch',
    tells: '✗ The password is that of the secret "current", the user name is not.',
  },
  {
    what: 'another password',
    to: ['basic'],
    entered: (secret) => ({ current: `${secret}x` }),
    code: 'credentials-mismatch',
    tells: '✗ The user name is that of the secret "current", the password is not.',
  },
];

const wrongBodies: readonly Case[] = [
  ['a changed body', rewritten((text) => text.replace(/\d/, '#')), 'says something else'],
  ['JSON that was parsed and written', indented, '✗ The signature fits the body as compact JSON.'],
  [
    'a line break at its end',
    rewritten((text) => `${text}\n`),
    'the body without the line break at its end.',
  ],
  ['a byte order mark', rewritten((text) => `\ufeff${text}`), 'the body without the byte order mark.'],
].map(([what, happens, tells]) => ({ what, to: signed, happens, code: 'signature-mismatch', tells }) as Case);

const wrongHeaders: readonly Case[] = [
  { what: 'no header', to: signed, made: { unsigned: true }, code: 'signature-missing', tells: '✗ ' },
  {
    what: 'no credentials',
    to: ['basic'],
    made: { unsigned: true },
    code: 'credentials-missing',
    tells: '✗ The header authorization is missing. Nor does the URL have the parameter token.',
  },
  ...(['signature-missing', 'credentials-missing'] as const).map((code): Case => ({
    what: 'names as Zapier shows them',
    to: code === 'signature-missing' ? ['hmac'] : ['basic'],
    happens: renamed((name) => `http-${name}`),
    code,
    tells: '✗ The proof fits without the "http-" before the names of headers, which Zapier puts there.',
  })),
  {
    what: 'another header',
    to: ['hmac'],
    made: { header: 'x-hub-signature' },
    code: 'signature-missing',
    tells: '✗ The header x-hub-signature carries the signature that fits.',
  },
  ...(
    [
      ['hex', 'base64'],
      ['base64', 'hex'],
    ] as const
  ).map(([wanted, sent]): Case => ({
    what: `${sent} in place of ${wanted}`,
    to: ['hmac'],
    where: ({ signature }) => signature.kind === 'hmac' && signature.encoding === wanted,
    made: { encoding: sent },
    code: 'signature-mismatch',
    tells: `✗ The signature fits, but it is ${sent} in place of ${wanted}.`,
  })),
  {
    what: 'a prefix',
    to: ['hmac'],
    made: { prefix: 'sha256=' },
    code: 'signature-mismatch',
    tells: '✗ The signature fits, but it has a prefix that does not belong there.',
  },
  {
    what: 'too late',
    to: ['hmac'],
    after: 86_400,
    code: 'timestamp-stale',
    tells: '✗ Sent 1 day before it was',
  },
  {
    what: 'too early',
    to: ['hmac'],
    after: -7_200,
    code: 'timestamp-future',
    tells: '✗ Sent 2 hours after it was',
  },
];

/** The first recorded body as compact JSON, which a program that writes JSON gets back from it. */
function compactBody({ id }: Platform): string {
  return JSON.stringify(JSON.parse(readFixture(id, fixtureNames(id)[0] ?? '').toString('utf8')));
}

const rows = [...authentic, ...wrongSecrets, ...wrongBodies, ...wrongHeaders].flatMap((one) =>
  platforms
    .filter((platform) => one.to.includes(platform.signature.kind) && (one.where?.(platform) ?? true))
    .map((platform) => ({ ...one, platform, name: platform.name })),
);

it.each(rows)('$name, $what: $code', async ({ platform, made, happens, entered, after = 0, code, tells }) => {
  const secret = fixtureSecret(platform);
  const delivery = signedDelivery({ platform, body: compactBody(platform), id: 'delivery_1', ...made });
  const { current, previous = '' } = entered?.(secret) ?? { current: secret };
  const at = new Date(fixtureTime + after * 1_000).toISOString();
  const result = await carehooks(['verify', platform.id, '--request', '-', '--at', at], {
    env: { CAREHOOKS_SECRET: current, CAREHOOKS_PREVIOUS_SECRET: previous },
    piped: toRaw(happens?.(delivery) ?? delivery),
  });
  expect(result.out).toContain(tells);
  expect(result.out).toContain(
    code === null ? '\nThe delivery is authentic.\n' : ` (${code}).\nWhat to do: `,
  );
  expect(result.code).toBe(code === null ? 0 : 1);
  expect(result.all).not.toContain(secret);
  expect(result.err).toBe('');
});
