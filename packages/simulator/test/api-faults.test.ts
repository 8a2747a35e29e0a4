import type { ApiFaultRule } from '../src/index.ts';
import { call, running } from './running.ts';

const start = running();
const headers = { authorization: 'test_carehooks' };

async function openWith(...rules: ApiFaultRule[]) {
  const simulator = await start.simulator();
  const { ally } = simulator.platforms;
  for (const rule of rules) ally.apiFaults.add(rule);
  const get = (path: string, more: Record<string, string> = {}) =>
    call(`${simulator.url}/ally/v1${path}`, { headers: { ...headers, ...more } });
  return { simulator, ally, get };
}

test.each<[ApiFaultRule['fault'], number, string | undefined, string]>([
  [{ kind: 'throttled', retryAfter: 7 }, 429, '7', 'Too many requests'],
  [{ kind: 'throttled', retryAfter: null }, 429, undefined, 'Too many requests'],
  [{ kind: 'status', status: 503, message: 'Down' }, 503, undefined, '{"message":"Down"}'],
  [{ kind: 'status', status: 500 }, 500, undefined, 'Something went wrong'],
  [{ kind: 'status', status: 503, retryAfter: 0 }, 503, '0', 'Something went wrong'],
  [{ kind: 'throttled', message: 'Slower' }, 429, '1', '{"message":"Slower"}'],
  [{ kind: 'text', body: '<a/>', contentType: 'application/xml' }, 200, undefined, '<a/>'],
  [{ kind: 'html' }, 200, undefined, '<!DOCTYPE html>'],
  [{ kind: 'empty' }, 200, undefined, ''],
  [{ kind: 'malformed' }, 200, undefined, '{"data":{"id":"'],
])('%j', async (fault, status, retryAfter, text) => {
  const { simulator, ally } = await openWith({ fault });
  const response = await fetch(`${simulator.url}/ally/v1/organisations`, { headers });
  expect(response.status).toBe(status);
  expect(response.headers.get('retry-after') ?? undefined).toBe(retryAfter);
  expect(await response.text()).toContain(text);
  expect(ally.requests.list()).toMatchObject([{ status }]);
});

test('Retry-After as a date', async () => {
  const { get } = await openWith({ fault: { kind: 'throttled', retryAfter: 60, form: 'date' } });
  const { headers: answered } = await get('/organisations');
  const wait = Date.parse(answered.get('retry-after') ?? '') - Date.now();
  expect(wait).toBeGreaterThan(57_000);
  expect(wait).toBeLessThanOrEqual(60_000);
});

test('redirects to another host', async () => {
  const location = 'https://elsewhere.example.org/v1';
  const { get } = await openWith({ fault: { kind: 'redirect', location, status: 307 } });
  const answer = await get('/organisations');
  expect([answer.status, answer.headers.get('location')]).toEqual([307, location]);
});

test('slow answers are right and late', async () => {
  const { get, ally } = await openWith({ fault: { kind: 'slow', milliseconds: 80 } });
  const started = Date.now();
  expect((await get('/organisations')).body).toMatchObject({ data: [{}] });
  expect(Date.now() - started).toBeGreaterThanOrEqual(78);
  expect(ally.requests.list()[0]?.duration).toBeGreaterThanOrEqual(78);
});

test('a cut connection is no answer', async () => {
  const { get, ally } = await openWith({ fault: { kind: 'cut' }, times: 1 });
  await expect(get('/organisations')).rejects.toThrow();
  expect((await get('/organisations')).status).toBe(200);
  expect(ally.requests.list()).toMatchObject([{ status: null }, { status: 200 }]);
});

test('the right answer is called by another type', async () => {
  const { get } = await openWith({ fault: { kind: 'mislabelled', contentType: 'text/html' } });
  const answer = await get('/organisations');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html']);
  expect(JSON.parse(answer.text)).toMatchObject({ data: [{}] });
});

test('a request takes effect although its answer is lost', async () => {
  const simulator = await start.simulator();
  const { halo } = simulator.platforms;
  halo.apiFaults.add({ fault: { kind: 'lost' }, times: 1 });
  const token = halo.tokens.issue(60, Date.now());
  const made = call(`${simulator.url}/halo/api/Webhook`, {
    json: [{ url: 'https://example.com/x' }],
    headers: { authorization: `Bearer ${token}` },
  });
  await expect(made).rejects.toThrow();
  expect(halo.webhooks.list()).toMatchObject([{ url: 'https://example.com/x' }]);
  expect(halo.requests.list()).toMatchObject([{ method: 'POST', status: null }]);
});

test('no answer comes until the caller gives up', async () => {
  const { simulator } = await openWith({ fault: { kind: 'silent' } });
  const signal = AbortSignal.timeout(50);
  await expect(fetch(`${simulator.url}/ally/v1/tasks`, { signal })).rejects.toThrow('timeout');
});

test('an answer begins and does not go on', async () => {
  const { simulator } = await openWith({ fault: { kind: 'stalled' } });
  const signal = AbortSignal.timeout(200);
  const answer = await fetch(`${simulator.url}/ally/v1/tasks`, { signal });
  expect(answer.status).toBe(200);
  await expect(answer.text()).rejects.toThrow('timeout');
});

test('meets only the path, the method and the number of requests that it is for', async () => {
  const { get, ally } = await openWith(
    { fault: { kind: 'status', status: 500 }, path: '/v1/patients', times: 2 },
    { fault: { kind: 'status', status: 418 }, method: 'POST' },
  );
  const statuses = [];
  for (const path of ['/tasks', '/patients', '/patients/p_Nalv9kl3lT0g8wGlC1', '/patients']) {
    statuses.push((await get(path)).status);
  }
  expect(statuses).toEqual([200, 500, 500, 200]);
  expect(ally.apiFaults.list()).toMatchObject([{ method: 'POST', times: null }]);
});

test('meets only requests that carry the headers that it is for', async () => {
  const { get } = await openWith({ fault: { kind: 'status', status: 500 }, headers: ['X-Trace'] });
  expect((await get('/tasks')).status).toBe(200);
  expect((await get('/tasks', { 'x-trace': '1' })).status).toBe(500);
});

test('leaves the dashboard alone, and can be removed', async () => {
  const { simulator, get, ally } = await openWith({ fault: { kind: 'html' } });
  expect((await call(`${simulator.url}/ally/dashboard/webhooks`)).body).toEqual([]);
  const [rule] = ally.apiFaults.list();
  expect(ally.apiFaults.remove(rule!.id)).toBe(true);
  expect((await get('/tasks')).status).toBe(200);
  expect(() => ally.apiFaults.add({ fault: { kind: 'status', status: 200 } })).toThrow('fault.status: ');
});
