import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { livePlatforms } from '../../src/live/platforms/index.ts';
import { aboutCheck, below, people, type Reply } from './person.ts';

const live = people();

const ids = livePlatforms.map(({ platform }) => platform.id);

/** How the check of a platform is settled. */
function kindOf(id: string, check: string): string | undefined {
  return livePlatforms.find(({ platform }) => platform.id === id)?.checks.find((one) => one.id === check)
    ?.kind;
}

describe.each(ids)('%s', (id) => {
  it('asks the API alone where nobody is at the keyboard, and only reads', async () => {
    const { code, report, simulated } = await live(id, { isInteractive: false });
    expect(code).toBe(0);
    const open = below(report, 'Still open');
    const unasked = open.filter((check) => /needs a person at the keyboard/.test(aboutCheck(report, check)));
    const { checks = [] } = livePlatforms.find(({ platform }) => platform.id === id) ?? {};
    const needing = checks.filter(({ kind }) => ['webhook', 'delivery', 'person'].includes(kind));
    expect(unasked).toEqual(needing.map(({ id: one }) => one));
    const writes = simulated.requests.list().filter(({ method }) => method !== 'GET');
    expect(writes.filter(({ path }) => !/login$|token$/.test(path))).toEqual([]);
  });

  it('leaves deliveries out where there is no public address', async () => {
    const replies: Reply[] = [
      [/Its public address.*: $/, () => ''],
      [/Number of the answer.* $/, () => ''],
    ];
    const { code, report } = await live(id, { replies });
    expect(code).toBe(0);
    for (const check of below(report, 'Still open')) {
      const reason = kindOf(id, check) === 'person' ? 'Skipped' : /no public address|Not tried/;
      expect(aboutCheck(report, check)).toMatch(reason);
    }
    expect(aboutCheck(report, 'signature')).toContain('Not asked: no public address was given.');
  });

  it('leaves a question open that is skipped with Enter, or whose time is over', async () => {
    const nothing = { words: ['--only', 'signature,retries'], cause: () => {} };
    const late = await live(id, { ...nothing, words: [...nothing.words, '--wait', '0.2'] });
    expect(aboutCheck(late.report, 'signature')).toContain('Nothing that settles it arrived within');
    const skipped = await live(id, { ...nothing, replies: [[/Waiting for it.* $/, () => '']] });
    expect(aboutCheck(skipped.report, 'signature')).toContain('Observed: Skipped.');
    expect(aboutCheck(skipped.report, 'retries')).toContain('Observed: Skipped.');
  });

  it('leaves a question open whose answer is a fault of the API, and goes on', async () => {
    const { code, report } = await live(id, {
      isInteractive: false,
      prepare: ({ platforms: all }) => {
        for (const platform of Object.values(all)) {
          platform.apiFaults.add({ fault: { kind: 'status', status: 418 }, method: 'GET' });
        }
      },
    });
    expect(code).toBe(0);
    expect(aboutCheck(report, 'relations')).toMatch(
      /Observed: The API did not understand the request \[HTTP 418\]\./,
    );
    expect(below(report, 'Learned')).toContain('rate-limit');
  });

  it('says which variables are missing', async () => {
    const empty = { apiKey: '', clientId: '', clientSecret: '' };
    const { report } = await live(id, { isInteractive: false, connection: empty });
    expect(aboutCheck(report, 'relations')).toMatch(/Observed: Not asked: set `CAREHOOKS_[A-Z_]+`/);
  });
});

it.each(['eka-care', 'halo'])('%s gets no webhook without a yes', async (id) => {
  const { report, simulated } = await live(id, { replies: [[/May a webhook be made.* $/, () => '']] });
  expect(aboutCheck(report, 'signature')).toContain('Not asked: no webhook was to be made.');
  expect(
    simulated.requests.list({ method: 'POST' }).filter(({ path }) => !/login$|token$/.test(path)),
  ).toEqual([]);
});

it('asks again for an address that the platform could not reach', async () => {
  let count = 0;
  const replies: Reply[] = [
    [/Its public address.*: $/, () => ((count += 1) === 1 ? 'http://192.168.0.2' : '')],
  ];
  const { err } = await live('ally', { replies });
  expect(err).toContain('Enter an address such as https://example.com.');
  expect(count).toBe(2);
});

it.each(['0', '86401', 'long'])('cannot wait for %s seconds', async (wait) => {
  expect(await live('ally', { words: ['--wait', wait] })).toMatchObject({ code: 2, name: undefined });
});

it('waits for parts of a millisecond as for a whole one', async () => {
  const words = ['--only', 'signature', '--wait', '0.0005'];
  const { code, report } = await live('ally', { words, cause: () => {} });
  expect(code).toBe(0);
  expect(aboutCheck(report, 'signature')).toContain('Nothing that settles it arrived');
});

it('writes down what it found out before a fault ended it', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const { code, err, report } = await live('ally', { words: ['--port', String(port)] });
  await new Promise((closed) => taken.close(closed));
  expect(code).toBe(2);
  expect(err).toContain(`Error: Port ${port} cannot be listened on (EADDRINUSE).`);
  expect(below(report, 'Defaults that are right')).toContain('list-shape');
  expect(aboutCheck(report, 'signature')).toContain('Not asked: the run was stopped.');
});

it('knows only the checks that there are', async () => {
  expect(await live('ally', { words: ['--only', 'nothing'] })).toMatchObject({
    code: 2,
    name: undefined,
    err: expect.stringContaining('npm run live -- ally --list'),
  });
});
