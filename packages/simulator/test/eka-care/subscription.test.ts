import { ekaCareAccounts, triggerOf } from './account.ts';

const open = ekaCareAccounts();

const created = 'appointment.created';
const updated = 'appointment.updated';

test('creates a subscription, adopts it, and removes it', async () => {
  const account = await open();
  const { ensure, inspect, remove, secret, targetUrl } = await triggerOf(account);
  expect(await inspect(created)).toEqual(['missing']);
  expect(await ensure(created, updated)).toBe('created');
  expect(account.platform.webhooks.list()).toMatchObject([
    { endpoint: targetUrl, event_names: [created, updated], signing_key: secret, protocol: 'http' },
  ]);
  expect(await ensure(updated, created)).toBe('adopted');
  expect(await inspect(created, updated)).toEqual([]);
  expect(await remove()).toBe(1);
  expect(await remove()).toBe(0);
  expect(account.platform.webhooks.list()).toEqual([]);
});

test.each(['not-found', 'not-allowed', 'all', 'key'] as const)(
  'changes events where PATCH is %s, and leaves one subscription',
  async (patch) => {
    const account = await open({ settings: { api: { patch } } });
    const { ensure, secret } = await triggerOf(account);
    await ensure(created);
    expect(await ensure(updated, 'my.event')).toBe('updated');
    expect(account.platform.webhooks.list()).toMatchObject([
      { event_names: [updated, 'my.event'], signing_key: secret },
    ]);
  },
);

test.each(['not-found', 'all', 'key'] as const)(
  'sets the key after the client secret was replaced, where PATCH is %s',
  async (patch) => {
    const account = await open({ settings: { api: { patch } } });
    const before = await triggerOf(account, { clientSecret: 'of last year' });
    await before.ensure(created);
    const { ensure, inspect, secret } = await triggerOf(account);
    expect(await inspect(created)).toEqual(['secret-differs']);
    expect(await ensure(created)).toBe('updated');
    expect(account.platform.webhooks.list()).toMatchObject([{ signing_key: secret }]);
    expect(secret).not.toBe(before.secret);
  },
);

test('does not adopt a subscription that sends unsigned', async () => {
  const account = await open();
  const { ensure, inspect, secret, targetUrl } = await triggerOf(account);
  const wanted = { endpoint: targetUrl, event_names: [created], signing_key: null, protocol: 'http' };
  account.platform.webhooks.register(wanted, 'someone', Date.now());
  expect(await inspect(created)).toEqual(['secret-differs']);
  expect(await ensure(created)).toBe('updated');
  expect(account.platform.webhooks.list()).toMatchObject([{ signing_key: secret }]);
});

test('creates it again where it was deleted at the platform', async () => {
  const account = await open();
  const { ensure } = await triggerOf(account);
  await ensure(created);
  account.platform.webhooks.clear();
  expect(await ensure(created)).toBe('created');
  expect(account.platform.webhooks.list()).toHaveLength(1);
});

test('leaves what belongs to other URLs alone', async () => {
  const account = await open();
  const { ensure, remove, targetUrl } = await triggerOf(account);
  const other = { endpoint: `${targetUrl}0`, event_names: [created], signing_key: null, protocol: 'http' };
  account.platform.webhooks.register(other, 'someone', Date.now());
  await ensure(created);
  expect(await remove()).toBe(1);
  expect(account.platform.webhooks.list()).toMatchObject([{ endpoint: `${targetUrl}0` }]);
});

test('adopts what a call that was cut off has created', async () => {
  const account = await open();
  const { ensure, secret, targetUrl } = await triggerOf(account);
  const { webhooks, apiFaults } = account.platform;
  // The subscription of the first call shows up only after the first look, as if its answer had been lost.
  apiFaults.add({
    fault: { kind: 'slow', milliseconds: 150 },
    method: 'POST',
    path: '/notification',
    times: 1,
  });
  const ensuring = ensure(created);
  await new Promise((done) => setTimeout(done, 75));
  const wanted = { endpoint: targetUrl, event_names: [created], signing_key: secret, protocol: 'http' };
  webhooks.register(wanted, 'carehooks-client', Date.now());
  expect(await ensuring).toBe('adopted');
  expect(webhooks.list()).toHaveLength(1);
});

test('repairs what is already registered otherwise', async () => {
  const account = await open();
  const { ensure, secret, targetUrl } = await triggerOf(account);
  const { webhooks, apiFaults } = account.platform;
  apiFaults.add({
    fault: { kind: 'slow', milliseconds: 150 },
    method: 'POST',
    path: '/notification',
    times: 1,
  });
  const ensuring = ensure(created);
  await new Promise((done) => setTimeout(done, 75));
  webhooks.register(
    { endpoint: targetUrl, event_names: [updated], signing_key: 'of someone else', protocol: 'http' },
    'someone',
    Date.now(),
  );
  expect(await ensuring).toBe('replaced');
  expect(webhooks.list()).toMatchObject([{ event_names: [created], signing_key: secret }]);
});

test('a call that broke before it took effect ends well at the next try', async () => {
  const account = await open();
  const { ensure } = await triggerOf(account);
  account.platform.apiFaults.add({ fault: { kind: 'cut' }, method: 'POST', path: '/notification', times: 1 });
  await expect(ensure(created)).rejects.toMatchObject({ code: 'api-unreachable' });
  expect(await ensure(created)).toBe('created');
  expect(account.platform.webhooks.list()).toHaveLength(1);
});

test('removal fails where the platform cannot be asked', async () => {
  const account = await open();
  const { ensure, remove } = await triggerOf(account);
  await ensure(created);
  account.platform.apiFaults.add({ fault: { kind: 'status', status: 500, message: 'x' }, method: 'DELETE' });
  await expect(remove()).rejects.toMatchObject({ code: 'api-unavailable' });
  expect(account.platform.webhooks.list()).toHaveLength(1);
});
