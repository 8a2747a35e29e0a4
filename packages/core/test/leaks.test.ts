import {
  accept,
  ally,
  complete,
  ensureSubscription,
  type JsonObject,
  type LogEntry,
  platforms,
  sampleItems,
  TriggerError,
} from '../src/index.ts';
import {
  type DeliveryOptions,
  fakeClock,
  fixtureNames,
  fixtureSecret,
  memorySeen,
  readFixture,
  type Script,
  scriptedHttp,
  signedDelivery,
} from '../src/testing/index.ts';
import { subjectOf } from '../src/testing/contract/subject.ts';
import { mapLeaves } from '../src/testing/contract/tree.ts';
import { hookApi, replacing, targetUrl } from './subscription/made-up-platform.ts';

const canary = 'canary-7f3a';

/** Everything that a host could show, store or log of an error. */
function traces(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = Object.getOwnPropertyNames(error).map((key) => String(Reflect.get(error, key)));
  return [String(error), error.stack, JSON.stringify(error), ...own, traces(error.cause ?? '')].join('\n');
}

/** The fixture with a canary in every field but those that lead to the relations. */
function plant(platform: string, name: string): string {
  const body = JSON.parse(readFixture(platform, name).toString('utf8')) as JsonObject | JsonObject[];
  const plantIn = (part: JsonObject) =>
    mapLeaves(part, (path, leaf) => (typeof leaf === 'string' ? `${canary} ${path}` : leaf));
  return JSON.stringify(Array.isArray(body) ? body.map(plantIn) : plantIn(body));
}

const bodies = platforms.flatMap((platform) =>
  fixtureNames(platform.id).map((name) => [platform.name, name, platform] as const),
);

const failures: Array<[string, Script]> = [
  [
    'an error that quotes the data',
    { status: 500, json: { error: canary }, headers: { 'x-canary': canary } },
  ],
  ['a refusal', { status: 401, body: canary }],
  ['a page', { status: 200, body: `<p>${canary}</p>` }],
  [
    'an error of the host',
    Object.assign(new Error(canary), { config: { url: canary }, cause: new Error(canary) }),
  ],
  ['a timeout of the host', Object.assign(new Error(canary), { name: 'TimeoutError' })],
];

describe('no trace of a delivery or a secret is left', () => {
  it.each(bodies)('by %s rejecting %s', (_name, fixture, platform) => {
    const body = plant(platform.id, fixture);
    const secrets = [`${canary}:secret`];
    const headers = { 'x-other': canary, authorization: `Bearer ${canary}` };
    const deliveries: Array<Partial<DeliveryOptions>> = [
      { forged: true, headers },
      { unsigned: true, headers },
      { secret: `${canary}:secret`, body: `${body}${canary}` },
      { secret: `${canary}:secret`, body: JSON.stringify([canary]) },
    ];
    for (const changed of deliveries) {
      const outcome = accept(signedDelivery({ platform, body, ...changed }), { platform, secrets });
      expect(outcome.kind).toBe('rejected');
      expect(JSON.stringify(outcome)).not.toContain(canary);
    }
  });

  const expansions = bodies.flatMap(([name, fixture, platform]) =>
    failures.map(([what, script]) => [name, fixture, what, platform, script] as const),
  );

  it.each(expansions)('by %s expanding %s after %s', async (_name, fixture, _what, platform, script) => {
    const body = plant(platform.id, fixture);
    const outcome = accept(signedDelivery({ platform, body }), {
      platform,
      secrets: [fixtureSecret(platform)],
    });
    const events = outcome.kind === 'accepted' ? outcome.events : [];
    expect(JSON.stringify(events)).toContain(canary);
    const log: LogEntry[] = [];
    const options = {
      platform,
      connection: { ...subjectOf(platform, {}).connection, apiKey: canary },
      relations: Object.keys(platform.relations),
      output: 'full',
      timeLimit: 10_000,
      http: scriptedHttp(script).http,
      log: (entry: LogEntry) => void log.push(entry),
    } as const;
    const items = await complete(events, { ...options, clock: fakeClock(), onFailure: 'keep' });
    const statuses = items.flatMap(({ trigger }) => Object.values(trigger.expansion));
    expect(log).toHaveLength(
      statuses.filter((status) => !['ok', 'included', 'absent'].includes(status)).length,
    );
    const error: unknown = await complete(events, {
      ...options,
      clock: fakeClock(),
      onFailure: 'fail',
      seen: memorySeen(),
    }).catch((thrown: unknown) => thrown);
    if (error instanceof Error) expect(traces(error)).not.toContain(canary);
    expect(JSON.stringify(log)).not.toContain(canary);
  });

  it.each(failures)('by samples and subscriptions after %s', async (_what, script) => {
    const api = scriptedHttp(script);
    const samples = sampleItems(null, {
      platform: ally,
      connection: { apiKey: canary, baseUrl: `https://${canary}.example.org` },
      relations: [],
      onFailure: 'keep',
      output: 'full',
      timeLimit: 10_000,
      http: api.http,
      clock: fakeClock(),
    });
    const subscription = ensureSubscription(
      {
        subscription: replacing,
        connection: {},
        targetUrl: `${targetUrl}/${canary}`,
        events: [],
        secret: canary,
      },
      { ...hookApi().client, http: api.http },
    );
    for (const work of [samples, subscription]) {
      const error: unknown = await work.then(
        () => null,
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(TriggerError);
      expect(traces(error)).not.toContain(canary);
    }
    expect(JSON.stringify(api.requests)).toContain(canary);
  });

  it('by refusing a base URL or a target URL', async () => {
    const client = hookApi().client;
    const target = `http://${canary}.example.org`;
    const options = {
      subscription: replacing,
      connection: {},
      targetUrl: target,
      events: [],
      secret: canary,
    };
    const error: unknown = await ensureSubscription(options, client).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TriggerError);
    expect(traces(error)).not.toContain(canary);
  });
});
