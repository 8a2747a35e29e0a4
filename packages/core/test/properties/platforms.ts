import fc from 'fast-check';
import { accept, type AcceptOptions, type JsonObject, type JsonValue, platforms } from '../../src/index.ts';
import type { Delivery } from '../../src/index.ts';
import { fixtureNames, fixtureSecret, readFixture } from '../../src/testing/index.ts';

/** A recorded body of some platform. */
export interface Recorded {
  readonly platform: (typeof platforms)[number];
  readonly name: string;
  readonly body: Buffer;
}

export const recorded: readonly Recorded[] = platforms.flatMap((platform) =>
  fixtureNames(platform.id).map((name) => ({ platform, name, body: readFixture(platform.id, name) })),
);

export const anyPlatform = fc.constantFrom(...platforms);

export const anyRecorded = fc
  .constantFrom(...recorded)
  .map((one) => Object.assign(one, { toString: () => one.name }));

/** Ids as an attacker or a careless system would choose them. */
export const anyId: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        ...['..', '.', '/', '\\', '%2f', '%2e%2e', '//', '@', ':', '?', '#', ';', '&', '=', '\u0000', '\n'],
        ...['．．', '／', '‥', '\ud800', 'evil.example', 'https://evil.example/', 'admin', '4251'],
      ),
      { minLength: 1, maxLength: 7 },
    )
    .map((parts) => parts.join('')),
);

/** Puts another text in the place of every text and number of a body, so that every id is one of them. */
export function replaceTexts(value: JsonValue, text: string): JsonValue {
  if (Array.isArray(value)) return value.map((inner) => replaceTexts(inner, text));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value as JsonObject).map(([key, inner]) => [key, replaceTexts(inner, text)]),
    );
  }
  return typeof value === 'string' || typeof value === 'number' ? text : value;
}

export function acceptFor(
  delivery: Delivery,
  platform: Recorded['platform'],
  changed: Partial<AcceptOptions> = {},
) {
  return accept(delivery, { platform, secrets: [fixtureSecret(platform)], ...changed });
}
