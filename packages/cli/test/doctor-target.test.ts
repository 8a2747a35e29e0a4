import { accounts } from './accounts.ts';
import { carehooks } from './command-line.ts';
import { startTargets, type Targets } from './targets.ts';

const account = accounts();
let targets: Targets;

beforeAll(async () => {
  targets = await startTargets();
});

afterAll(() => targets.close());

type Account = Awaited<ReturnType<typeof account>>;

const cases: Array<[string, readonly [string, string]]> = [
  ['eka-care', ['appointment.created', 'appointment.updated']],
  ['halo', ['new ticket logged', 'closed']],
];

describe.each(cases)('the webhook of a target at %s', (id, events) => {
  let one: Account;
  let target: string;

  beforeEach(async () => {
    one = await account(id);
    target = `${targets.url}/n8n/listening/${id}`;
  });

  async function subscriptionChecks(...words: readonly string[]) {
    const found = await one.doctor('--target', target, ...words);
    return { ...found, about: found.checks.filter(({ name }) => name === 'subscription') };
  }

  it('is right after a trigger was published', async () => {
    await one.subscribe(target, events);
    const { code, about, checks, webhooks } = await subscriptionChecks('--events', events.join(','));
    expect(code).toBe(0);
    expect(about[0]).toMatchObject({ state: 'ok', message: expect.stringContaining(events.join(', ')) });
    expect(checks.at(-1)).toMatchObject({ name: 'target', state: 'ok' });
    expect(webhooks).toMatchObject([{ targetUrl: target, isOurs: true, enabled: true, events }]);
  });

  it('is missing', async () => {
    const { code, about } = await subscriptionChecks();
    expect(code).toBe(1);
    expect(about).toMatchObject([{ state: 'problem', message: 'No webhook has this target' }]);
  });

  it('has other events, which is looked at when they are named', async () => {
    await one.subscribe(target, events.slice(0, 1));
    expect((await subscriptionChecks()).code).toBe(0);
    const { code, about } = await subscriptionChecks('--events', events.join(','));
    expect(code).toBe(1);
    expect(about[0]).toMatchObject({
      state: 'problem',
      message: expect.stringMatching(`other events: ${events[0]}$`),
    });
  });

  it('has a target that nobody listens to', async () => {
    target = `${targets.url}/n8n/nothing/${id}`;
    await one.subscribe(target, events);
    const { code, checks } = await subscriptionChecks();
    expect(code).toBe(3);
    expect(checks.at(-1)).toMatchObject({
      name: 'target',
      state: 'problem',
      message: expect.stringContaining('no workflow listens'),
    });
  });
});

it('tells another secret, where the platform tells secrets, and shows none', async () => {
  const one = await account('eka-care');
  const target = `${targets.url}/n8n/listening/1`;
  await one.subscribe(target, ['appointment.created'], { secret: 'canary-7f3a' });
  const found = await one.doctor('--target', target);
  expect(found.code).toBe(1);
  expect(found.checks).toContainEqual(
    expect.objectContaining({
      name: 'subscription',
      state: 'problem',
      message: expect.stringContaining('another secret'),
    }),
  );
  expect(found.all).not.toContain('canary-7f3a');
  expect(found.webhooks).toMatchObject([{ isOurs: false }]);
});

describe('at HALO', () => {
  let one: Account;
  const target = () => `${targets.url}/n8n/listening/1`;

  beforeEach(async () => {
    one = await account('halo');
    await one.subscribe(target(), ['new ticket logged']);
  });

  const halo = () => one.simulator.platforms.halo;

  function checkNamed(found: Awaited<ReturnType<Account['doctor']>>, name: string) {
    return found.checks.find((check) => check.name === name);
  }

  it('is switched off', async () => {
    for (const webhook of halo().webhooks.list()) halo().webhooks.update(webhook, { disabled: true });
    const found = await one.doctor('--target', target());
    expect(found.code).toBe(1);
    expect(checkNamed(found, 'webhooks')).toMatchObject({
      state: 'problem',
      message: expect.stringContaining('switched off'),
    });
    expect(checkNamed(found, 'subscription')).toMatchObject({
      state: 'problem',
      message: expect.stringContaining('switched off'),
    });
  });

  it('is there twice', async () => {
    halo().account.register(target());
    const [webhook] = halo().webhooks.list();
    halo().webhooks.create({ ...webhook, url: target() });
    const found = await one.doctor('--target', target());
    expect(found.checks).toContainEqual(
      expect.objectContaining({ state: 'problem', message: expect.stringContaining('more than once') }),
    );
  });

  it('has a log without deliveries', async () => {
    const found = await one.doctor('--target', target());
    expect(checkNamed(found, 'deliveries')).toMatchObject({ state: 'note' });
  });

  it('had its deliveries rejected', async () => {
    const rejecting = `${targets.url}/401/1`;
    await one.subscribe(rejecting, ['closed']);
    await halo()
      .fire('closed', { webhookId: (await one.ids())[rejecting] ?? '' })
      .settled();
    const found = await one.doctor('--target', rejecting);
    expect(found.code).toBe(1);
    expect(checkNamed(found, 'deliveries')).toMatchObject({
      state: 'problem',
      message: expect.stringMatching(/^Deliveries: 1 of the last 1 failed, the latest at \S+ with 401$/),
      hint: expect.stringContaining('right secret'),
    });
    expect(JSON.stringify(found.checks)).not.toContain('ticket');
  });

  it('may not be asked for webhooks, and says how they are made by hand', async () => {
    halo().settings.update({ permissions: { admin: false } });
    const found = await one.doctor();
    expect(found.code).toBe(3);
    expect(found.checks.slice(-2)).toMatchObject([
      { name: 'webhooks', state: 'problem', message: expect.stringContaining('refuses') },
      {
        name: 'webhooks',
        state: 'note',
        steps: expect.arrayContaining([expect.stringContaining('Payload URL')]),
      },
    ]);
  });

  it('masks what may be a password in the addresses of others', async () => {
    halo().webhooks.create({
      name: 'Ours',
      url: 'https://user:canary-7f3a@example.com/hook?token=canary-7f3a',
    });
    const found = await one.doctor();
    expect(found.webhooks).toContainEqual(
      expect.objectContaining({ isOurs: false, targetUrl: 'https://***@example.com/hook?token=***' }),
    );
    expect((await one.carehooks('doctor', 'halo')).out).not.toContain('canary-7f3a');
  });
});

it('is not looked for where webhooks are made by hand, but its target is', async () => {
  const one = await account('ally');
  const found = await one.doctor('--target', `${targets.url}/410`);
  expect(found.checks.map(({ name }) => name)).not.toContain('subscription');
  expect(found.checks.at(-1)).toMatchObject({
    name: 'target',
    state: 'problem',
    message: expect.stringContaining('410'),
  });
  expect(targets.methods.every((method) => method === 'OPTIONS' || method === 'POST')).toBe(true);
});

it('is refused where the platform could not reach it', async () => {
  const env = { CAREHOOKS_ALLY_WEBHOOK_SECRET: 'canary-7f3a' };
  const { code, out } = await carehooks(['doctor', 'ally', '--target', 'http://127.0.0.1:5678/webhook/1'], {
    env,
  });
  expect(code).toBe(2);
  expect(out).toContain(
    '✗ The platform cannot reach the URL of this trigger\n  What to do: Make this server reachable',
  );
  expect(out).not.toContain('canary-7f3a');
});
