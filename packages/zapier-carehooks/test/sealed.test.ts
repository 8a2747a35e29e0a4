import { TriggerError } from '@carehooks/core';
import zapier, { type Bundle, type ZObject } from 'zapier-platform-core';
import { Rejection, sealed, SessionExpired, SettingsProblem } from '../src/sealed.ts';

const z = { errors: zapier.errors } as ZObject;
const bundle = {} as Bundle;

async function thrownBy(error: unknown): Promise<Error & { doNotContextify?: boolean }> {
  const work = sealed(() => Promise.reject(error));
  return work(z, bundle).then(
    () => Promise.reject(new Error('Nothing was thrown')),
    (thrown: Error) => thrown,
  );
}

const cases: ReadonlyArray<readonly [string, unknown, string, unknown]> = [
  [
    'a rejection halts the Zap',
    new Rejection('signature-mismatch'),
    'HaltedError',
    expect.stringMatching(/^No signature of the delivery matches the webhook secret\. Copy the secret/),
  ],
  [
    'a rejection may have a hint of its own',
    new Rejection('secret-missing', 'Switch the Zap off and on again.'),
    'HaltedError',
    'No webhook secret is set, so the delivery cannot be verified. Switch the Zap off and on again.',
  ],
  [
    'a session that is over has Zapier log in again',
    new SessionExpired(),
    'RefreshAuthError',
    'The login has expired.',
  ],
  [
    'a problem of the API is an error with its hint and status',
    new TriggerError('api-unauthorized', { status: 401 }),
    'AppError',
    expect.stringMatching(
      /not accepted \[HTTP 401\]\. Check the API key.*"code":"api-unauthorized","status":401/,
    ),
  ],
  [
    'throttling is passed on with its delay in seconds',
    new TriggerError('api-throttled', { status: 429, retryAfter: 1_500 }),
    'ThrottledError',
    expect.stringMatching(/"delay":2}$/),
  ],
  [
    'throttling without a delay leaves the delay to Zapier',
    new TriggerError('api-throttled', { status: 429 }),
    'ThrottledError',
    expect.not.stringContaining('delay'),
  ],
  [
    'a problem in the settings is told in full',
    new SettingsProblem('Enter a key.'),
    'AppError',
    expect.stringContaining('Enter a key.'),
  ],
  [
    'what is unexpected is told without its message',
    new SyntaxError('Unexpected token in {"nhsNumber":"9434765919"}'),
    'AppError',
    expect.not.stringContaining('9434765919'),
  ],
  ['what is not even an error is replaced', 'canary', 'AppError', expect.not.stringContaining('canary')],
];

test.each(cases)('%s', async (_title, error, name, message) => {
  const thrown = await thrownBy(error);
  expect(thrown.name).toBe(name);
  expect(thrown.message).toEqual(message);
  // Zapier's own sign for errors that nothing may be added to.
  expect(thrown.doNotContextify).toBe(true);
});

test('what succeeds passes through', async () => {
  await expect(sealed(() => Promise.resolve([1]))(z, bundle)).resolves.toEqual([1]);
});
