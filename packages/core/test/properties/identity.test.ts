import fc from 'fast-check';
import { complete, halo, type JsonObject, type JsonValue } from '../../src/index.ts';
import { fakeClock, fixtureTime, memorySeen, scriptedHttp, signedDelivery } from '../../src/testing/index.ts';
import { acceptFor, anyRecorded, type Recorded } from './platforms.ts';

function eventsOf(
  { platform, body }: Pick<Recorded, 'platform'> & { body: Buffer | string },
  retry: object = {},
) {
  const outcome = acceptFor(signedDelivery({ platform, body, ...retry }), platform);
  if (outcome.kind !== 'accepted') throw new Error(`Not accepted: ${JSON.stringify(outcome)}`);
  return outcome.events;
}

function itemsOf(events: ReturnType<typeof eventsOf>, platform: Recorded['platform'], seen = memorySeen()) {
  return complete(events, {
    platform,
    connection: { baseUrl: 'https://care.example.com' },
    relations: [],
    onFailure: 'keep',
    output: 'full',
    timeLimit: 1_000,
    http: scriptedHttp({}).http,
    clock: fakeClock(),
    seen,
  });
}

const anyRetry = fc.record({
  time: fc.integer({ min: -250_000, max: 250_000 }).map((offset) => fixtureTime + offset),
  headers: fc.dictionary(
    fc.constantFrom('user-agent', 'x-request-id', 'x-attempt'),
    fc.string({ maxLength: 20 }),
  ),
});

/** A body with more fields, at its top and in every object of it. */
function grow(value: JsonValue, key: string, extra: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map((inner) => grow(inner, key, extra));
  if (typeof value !== 'object' || value === null) return value;
  const grown = Object.entries(value).map(
    ([name, inner]) => [name, grow(inner as JsonValue, key, extra)] as const,
  );
  return { ...Object.fromEntries(grown), [key]: extra };
}

describe('one occurrence', () => {
  it('has the same id in every retry', () => {
    fc.assert(
      fc.property(anyRecorded, anyRetry, anyRetry, (one, first, second) => {
        const ids = [first, second].map((retry) => eventsOf(one, retry).map(({ id }) => id));
        expect(ids[0]).toEqual(ids[1]);
      }),
      { numRuns: 200 },
    );
  });

  it('gives its item once, however often and in whatever order its deliveries come', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyRecorded,
        anyRecorded,
        fc.array(fc.boolean(), { minLength: 2, maxLength: 8 }),
        async (one, other, order) => {
          fc.pre(one.name === other.name || one.platform.id !== other.platform.id);
          const seen = memorySeen();
          const items: JsonObject[] = [];
          for (const first of [...order, true, false]) {
            const next = first ? one : other;
            items.push(...(await itemsOf(eventsOf(next), next.platform, seen)));
          }
          const ids = items.map((item) => (item['trigger'] as JsonObject)['id']);
          expect(new Set(ids).size).toBe(ids.length);
          const told = [...eventsOf(one), ...eventsOf(other)].map(({ id }) => id);
          expect(new Set(ids)).toEqual(new Set(told));
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('unwrapping', () => {
  it('loses no field that a platform adds some day', async () => {
    const anyKey = fc.string({ minLength: 1, maxLength: 12 }).map((key) => `new ${key}`);
    await fc.assert(
      fc.asyncProperty(anyRecorded, anyKey, fc.jsonValue({ maxDepth: 2 }), async (one, key, extra) => {
        const grown = grow(JSON.parse(one.body.toString()) as JsonValue, key, extra as JsonValue);
        const body = JSON.stringify(grown);
        const items = await itemsOf(eventsOf({ platform: one.platform, body }), one.platform);
        const places = (text: string) => text.split(JSON.stringify(key)).length - 1;
        const inItems = items
          .map((item) => places(JSON.stringify(item)))
          .reduce((sum, count) => sum + count, 0);
        expect(inItems).toBeGreaterThanOrEqual(places(body));
      }),
      { numRuns: 200 },
    );
  });

  it('tells n outcomes of a batch of n', () => {
    const part = fc.constantFrom('good', 'broken');
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 120 }), (parts) => {
        const body = parts.map((kind, index) =>
          kind === 'good' ? { event: 'New Ticket', timestamp: `t${index}`, ticket: { id: index + 1 } } : null,
        );
        const good = parts.filter((kind) => kind === 'good').length;
        const outcome = acceptFor(signedDelivery({ platform: halo, body }), halo);
        if (good === 0) return expect(outcome).toEqual({ kind: 'rejected', code: 'envelope-unexpected' });
        expect(outcome).toMatchObject({ kind: 'accepted', malformed: parts.length - good });
        expect(outcome.kind === 'accepted' && outcome.events).toHaveLength(good);
      }),
      { numRuns: 100 },
    );
  });
});
