import fc from 'fast-check';
import { complete, type JsonValue, platforms, TriggerError } from '../../src/index.ts';
import { fakeClock, memorySeen, scriptedHttp, signedDelivery } from '../../src/testing/index.ts';
import { subjectOf } from '../../src/testing/contract/subject.ts';
import { acceptFor, anyId, anyPlatform, anyRecorded, replaceTexts } from './platforms.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 200 });

const anyHeaders = fc.dictionary(
  fc.oneof(
    anyText,
    fc.constantFrom('authorization', '__proto__', 'constructor', 'x-event', 'eka-webhook-signature', 'date'),
  ),
  fc.oneof(
    anyText,
    fc.stringMatching(/^t=\d{0,400},v1=[0-9a-f]{0,128}$/),
    fc.stringMatching(/^(?:[A-Za-z0-9+/]{4}){0,40}={0,2}$/),
    fc.constantFrom(
      'Basic ',
      'Basic Og==',
      `Basic ${'='.repeat(5_000)}`,
      ','.repeat(5_000),
      'a='.repeat(5_000),
    ),
  ),
);

const anyBody = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.json({ maxDepth: 5 }).map((text) => Buffer.from(text)),
  fc
    .constantFrom('[', '{"a":', '['.repeat(50_000), `[${'[],'.repeat(5_000)}[]]`)
    .map((text) => Buffer.from(text)),
);

const outcomes = ['accepted', 'ignored', 'rejected'];

describe('whatever reaches a webhook', () => {
  it('is answered on every platform, and never taken without proof', () => {
    fc.assert(
      fc.property(anyPlatform, anyBody, anyHeaders, anyHeaders, (platform, body, headers, query) => {
        const delivery = { method: 'POST', headers, query, body, receivedAt: 1_768_469_400_000 };
        expect(acceptFor(delivery, platform)).toMatchObject({ kind: 'rejected' });
      }),
      { numRuns: 800 },
    );
  });

  it('is answered when it is signed, whatever it says', () => {
    fc.assert(
      fc.property(anyPlatform, anyBody, anyHeaders, (platform, body, query) => {
        const outcome = acceptFor(signedDelivery({ platform, body, query }), platform);
        expect(outcomes).toContain(outcome.kind);
        expect(() => JSON.stringify(outcome)).not.toThrow();
      }),
      { numRuns: 600 },
    );
  });

  it('gives items when its values are of any type at any place', async () => {
    await fc.assert(
      fc.asyncProperty(anyRecorded, fc.jsonValue({ maxDepth: 2 }), fc.nat(), async (one, value, place) => {
        const { platform } = one;
        const body = JSON.stringify(
          replaceOne(JSON.parse(one.body.toString()) as JsonValue, value as JsonValue, place),
        );
        const outcome = acceptFor(signedDelivery({ platform, body }), platform);
        if (outcome.kind !== 'accepted') return;
        const items = await complete(outcome.events, { ...options(one.platform, {}), seen: memorySeen() });
        expect(items.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});

describe('whatever an id in a delivery says', () => {
  it.each(platforms.map((platform) => [platform.name, platform] as const))(
    'no request leaves the API of %s',
    async (_name, platform) => {
      const own = anyRecorded.filter((one) => one.platform.id === platform.id);
      await fc.assert(
        fc.asyncProperty(own, anyId, async ({ body }, id) => {
          const hostile = JSON.stringify(replaceTexts(JSON.parse(body.toString()) as JsonValue, id));
          const outcome = acceptFor(signedDelivery({ platform, body: hostile }), platform);
          if (outcome.kind !== 'accepted') return;
          const api = scriptedHttp((request) => ({ json: { url: request.url } }));
          await complete(outcome.events, { ...options(platform, { http: api.http }) });
          const base = new URL(platform.api.baseUrl(subjectOf(platform, {}).connection));
          for (const { url, headers } of api.requests) {
            const reached = new URL(url);
            expect(reached.origin).toBe(base.origin);
            expect(`${reached.pathname}/`.startsWith(base.pathname.replace(/\/*$/, '/'))).toBe(true);
            expect(reached.pathname.split('/')).not.toContain('..');
            expect([reached.username, reached.password, reached.hash]).toEqual(['', '', '']);
            for (const value of Object.values(headers)) expect(value).not.toMatch(/[\r\n]/);
          }
        }),
        { numRuns: 250 },
      );
    },
  );
});

describe('whatever a transport throws', () => {
  it('is told by a code and a hint, and nothing of it is passed on', async () => {
    const canary = 'canary-51c2';
    const anyThrown = fc.oneof(
      fc
        .object({ maxDepth: 2 })
        .map((fields) => Object.assign(new Error(canary), fields, { config: { url: canary } })),
      fc.constantFrom(canary, null, undefined, 0, { response: { data: canary } }),
    );
    await fc.assert(
      fc.asyncProperty(anyRecorded, anyThrown, async ({ platform, body }, thrown) => {
        const outcome = acceptFor(signedDelivery({ platform, body }), platform);
        const events = outcome.kind === 'accepted' ? outcome.events : [];
        const log: unknown[] = [];
        const http = () => Promise.reject(thrown as Error);
        const failing = { ...options(platform, { http }), log: (entry: unknown) => void log.push(entry) };
        const kept = await complete(events, failing);
        expect(kept).toHaveLength(events.length);
        const error: unknown = await complete(events, { ...failing, onFailure: 'fail' }).catch(
          (caught: unknown) => caught,
        );
        if (error instanceof Error) expect(error).toBeInstanceOf(TriggerError);
        const told =
          error instanceof Error ? [error.message, error.stack, JSON.stringify(error), error.cause] : [];
        expect(JSON.stringify([kept, log, told])).not.toContain(canary);
      }),
      { numRuns: 200 },
    );
  });
});

function options(platform: (typeof platforms)[number], changed: object) {
  return {
    platform,
    connection: subjectOf(platform, {}).connection,
    relations: Object.keys(platform.relations),
    onFailure: 'keep' as const,
    output: 'full' as const,
    timeLimit: 10_000,
    http: scriptedHttp({}).http,
    clock: fakeClock(),
    ...changed,
  };
}

/** Another value at one place of a body, counted through all of its leaves. */
function replaceOne(body: JsonValue, value: JsonValue, place: number): JsonValue {
  let leaf = 0;
  const wanted = place % Math.max(1, countLeaves(body));
  const walk = (part: JsonValue): JsonValue => {
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part === 'object' && part !== null) {
      return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner as JsonValue)]));
    }
    leaf += 1;
    return leaf - 1 === wanted ? value : part;
  };
  return walk(body);
}

function countLeaves(part: JsonValue): number {
  if (typeof part !== 'object' || part === null) return 1;
  return Object.values(part).reduce<number>((sum, inner) => sum + countLeaves(inner as JsonValue), 0);
}
