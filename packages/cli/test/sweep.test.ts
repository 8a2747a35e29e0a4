import { PassThrough } from 'node:stream';
import { report } from '../src/sweep/report.ts';
import { accounts } from './accounts.ts';
import { capture, carehooks, platformOf } from './command-line.ts';
import { startTargets, type Targets } from './targets.ts';

const account = accounts();
let targets: Targets;

beforeEach(async () => {
  targets = await startTargets();
});

afterEach(() => targets.close());

type Account = Awaited<ReturnType<typeof account>>;

interface Swept {
  readonly platform: string;
  readonly others: number;
  readonly webhooks: ReadonlyArray<{
    readonly id: string;
    readonly targetUrl: string;
    readonly state: string;
    readonly reason: string;
    readonly deleted: boolean;
  }>;
}

const cases: Array<[string, string, (one: Account, url: string) => unknown]> = [
  [
    'eka-care',
    'appointment.created',
    ({ simulator }, endpoint) =>
      simulator.platforms.ekaCare.webhooks.register(
        { endpoint, event_names: ['appointment.created'], signing_key: 'canary-7f3a', protocol: 'http' },
        'someone',
        Date.now(),
      ),
  ],
  [
    'halo',
    'closed',
    ({ simulator }, url) =>
      simulator.platforms.halo.webhooks.create({
        ...{ url, name: 'Carehooks by hand', authentication_type: 1 },
        ...{ basic_username: 'someone', basic_password: 'canary-7f3a' },
      }),
  ],
];

/** Nothing listens at port 9 of loopback. */
const states = {
  listening: 'answers',
  nothing: 'gone',
  '404': 'gone',
  '410': 'gone',
  '401': 'answers',
  '405': 'answers',
  '503': 'unknown',
  cut: 'unknown',
  refused: 'gone',
} as const;

type Kind = keyof typeof states;

const kinds = Object.keys(states) as Kind[];

function urlOf(kind: Kind): string {
  if (kind === 'refused') return 'http://127.0.0.1:9/hook';
  const n8n = kind === 'listening' || kind === 'nothing';
  return `${targets.url}/${n8n ? 'n8n/' : ''}${kind}/hook`;
}

describe.each(cases)('%s', (id, event, addOther) => {
  let one: Account;

  beforeEach(async () => {
    one = await account(id);
  });

  async function sweep(...words: readonly string[]) {
    const result = await one.carehooks('sweep', id, '--json', ...words);
    return { ...result, swept: () => result.json<Swept>() };
  }

  it('says which are gone, and leaves all of them', async () => {
    for (const kind of kinds) await one.subscribe(urlOf(kind), [event]);
    targets.methods.length = 0;
    const { code, swept } = await sweep();
    expect(code).toBe(1);
    const found = Object.fromEntries(swept().webhooks.map(({ targetUrl, state }) => [targetUrl, state]));
    expect(found).toEqual(Object.fromEntries(kinds.map((kind) => [urlOf(kind), states[kind]])));
    expect(new Set(targets.methods)).toEqual(new Set(['OPTIONS']));
    expect(Object.keys(await one.ids())).toHaveLength(kinds.length);
  });

  it('ends well where none is gone', async () => {
    await one.subscribe(urlOf('listening'), [event]);
    const { code, swept } = await sweep();
    expect(code).toBe(0);
    expect(swept()).toMatchObject({
      platform: id,
      others: 0,
      webhooks: [{ state: 'answers', deleted: false }],
    });
  });

  it('does not touch those of others, nor ask their targets', async () => {
    addOther(one, urlOf('404'));
    const { code, swept, all } = await sweep();
    expect(code).toBe(0);
    expect(swept()).toMatchObject({ others: 1, webhooks: [] });
    expect(targets.methods).toEqual([]);
    expect(all).not.toContain('canary-7f3a');
    const [other = ''] = Object.values(await one.ids());
    const applied = await sweep('--apply', other);
    expect(applied.code).toBe(2);
    expect(applied.err).toContain(`No webhook that Carehooks made has the id ${other}.`);
    expect(Object.values(await one.ids())).toEqual([other]);
  });

  it('deletes those that are named, and no more', async () => {
    const gone = ['404', '410', 'nothing'] as const;
    for (const kind of [...gone, 'listening'] as const) await one.subscribe(urlOf(kind), [event]);
    const ids = await one.ids();
    const [first = '', second = ''] = [ids[urlOf('404')], ids[urlOf('nothing')]];
    const { code, swept } = await sweep('--apply', first, second, first);
    expect(code).toBe(0);
    const deleted = swept().webhooks.filter((webhook) => webhook.deleted);
    expect(deleted.map((webhook) => webhook.id).sort()).toEqual([first, second].sort());
    expect(Object.keys(await one.ids()).sort()).toEqual([urlOf('410'), urlOf('listening')].sort());
  });

  it('deletes nothing where one of the named is not gone', async () => {
    await one.subscribe(urlOf('404'), [event]);
    await one.subscribe(urlOf('listening'), [event]);
    const ids = await one.ids();
    const { code, err } = await sweep('--apply', ids[urlOf('404')] ?? '', ids[urlOf('listening')] ?? '');
    expect(code).toBe(2);
    expect(err).toContain('is not gone: answers 204.');
    expect(await one.ids()).toEqual(ids);
  });

  it('takes one that somebody else deletes meanwhile for deleted', async () => {
    await one.subscribe(urlOf('404'), [event]);
    const [named = ''] = Object.values(await one.ids());
    one.simulated.apiFaults.add({ fault: { kind: 'status', status: 404 }, method: 'DELETE' });
    expect((await sweep('--apply', named)).code).toBe(0);
  });

  it('ends with 3 when the API does not delete', async () => {
    await one.subscribe(urlOf('404'), [event]);
    const [named = ''] = Object.values(await one.ids());
    one.simulated.apiFaults.add({ fault: { kind: 'status', status: 503 }, method: 'DELETE' });
    const { code, err } = await sweep('--apply', named);
    expect(code).toBe(3);
    expect(err).toContain('Error: The API has a fault of its own [HTTP 503].\nWhat to do: ');
  });

  it('says which were deleted before the API failed', async () => {
    for (const kind of ['404', '410'] as const) await one.subscribe(urlOf(kind), [event]);
    const ids = await one.ids();
    const [first = '', second = ''] = [ids[urlOf('404')], ids[urlOf('410')]];
    const failing = { kind: 'status', status: 503 } as const;
    one.simulator.feed.subscribe(({ type }) => {
      if (type === 'webhook-removed') one.simulated.apiFaults.add({ fault: failing, method: 'DELETE' });
    });
    const { code, out, err } = await one.carehooks('sweep', id, '--apply', first, second);
    expect(code).toBe(3);
    expect(out).toMatch(new RegExp(`^${first} +deleted `, 'm'));
    expect(out).toMatch(new RegExp(`^${second} +gone `, 'm'));
    expect(out).toContain(`carehooks sweep ${id} --apply ${second}\n`);
    expect(err).toContain('Error: The API has a fault of its own [HTTP 503].');
  });

  it('shows a table, and the command that deletes', async () => {
    await one.subscribe(urlOf('404'), [event]);
    addOther(one, urlOf('410'));
    const [named = ''] = [(await one.ids())[urlOf('404')]];
    const listed = await one.carehooks('sweep', id);
    expect(listed.out).toMatch(new RegExp(`^id +state +reason +target\n${named} +gone +answers 404 +http`));
    expect(listed.out).toContain('Made by Carehooks: 1, gone: 1, left alone, since others made them: 1\n');
    expect(listed.out).toContain(`carehooks sweep ${id} --apply ${named}\n`);
    const applied = await one.carehooks('sweep', id, '--apply', named);
    expect(applied.out).toMatch(new RegExp(`^${named} +deleted `, 'm'));
    expect(applied.out).not.toContain('To delete');
  });
});

it('believes HALO that the last delivery was answered with 410', async () => {
  const one = await account('halo');
  const target = `${targets.url}/zap/hook`;
  await one.subscribe(target, ['closed']);
  const sweep = async () => (await one.carehooks('sweep', 'halo', '--json')).json<Swept>().webhooks;
  expect(await sweep()).toMatchObject([{ state: 'answers' }]);
  const webhookId = (await one.ids())[target] ?? '';
  await one.simulator.platforms.halo.fire('closed', { webhookId }).settled();
  expect(await sweep()).toMatchObject([{ state: 'gone', reason: 'answered the last delivery with 410' }]);
});

it('writes the command so that a shell takes an id for one word, whatever the platform gives', () => {
  const { stream, text } = capture();
  const io = { stdin: new PassThrough(), stdout: stream, stderr: stream, env: {}, isInteractive: false };
  const ids = ['7f3a-1', "7; echo 'gone'\u001b[2J"];
  const ours = ids.map((id) => ({
    subscription: { id, targetUrl: 'https://example.com/hook', events: [], enabled: true },
    ...{ state: 'gone' as const, reason: 'answers 404' },
  }));
  report({ platform: platformOf('halo'), findings: { ours, others: 0 }, deleted: [] }, {}, io);
  expect(text()).toContain(`  carehooks sweep halo --apply 7f3a-1 '7; echo '\\''gone'\\'' [2J'\n`);
  expect(text()).not.toContain('\u001b');
});

it.each([
  [['halo', '--apply'], '--apply needs the ids'],
  [['halo', '7'], 'Add --apply to delete them.'],
  [['halo'], 'Set CAREHOOKS_HALO_HALO_URL, CAREHOOKS_HALO_CLIENT_ID, CAREHOOKS_HALO_CLIENT_SECRET.'],
  [['ally'], 'Carehooks makes no webhooks at Ally (Heim)'],
])('refuses %j', async (words, message) => {
  const { code, err, out } = await carehooks(['sweep', ...words]);
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(out).toBe('');
});
