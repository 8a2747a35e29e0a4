import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { platforms } from '@carehooks/core';
import { readFixture } from '@carehooks/core/testing';
import { Hono } from 'hono';
import type { DeliveryRecord } from '../../src/index.ts';
import { type Listening, listen } from '../../src/http/listen.ts';
import { startPlayground } from '../../src/playground/start.ts';

/** The playground over HTTP; what people see of it in a browser is tested with the built pages in packages/e2e. */

let playground: Listening;

beforeAll(async () => {
  playground = await startPlayground({ port: 0, root: resolve('.'), clockFactor: 1_000 });
}, 30_000);

afterAll(() => playground.close());

const readJson = async <Body>(path: string) => JSON.parse(await get(path)) as Body;

const get = async (path: string) => (await fetch(`${playground.url}${path}`)).text();

/** As the page itself sends it. */
async function post(path: string, body?: FormData, origin = playground.url): Promise<Response> {
  const url = `${playground.url}${path}`;
  return fetch(url, { method: 'POST', headers: { origin }, ...(body === undefined ? {} : { body }) });
}

/** The page once it says what is waited for, or as it is after some seconds. */
async function pageWith(path: string, text: string): Promise<string> {
  const give = Date.now() + 8_000;
  for (;;) {
    const page = await get(path);
    if (page.includes(text) || Date.now() > give) return page;
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** The text within the field, as a browser would send it back. */
async function recordedBody(id: string, name: string): Promise<string> {
  const field = await get(`/playground/${id}/body?${new URLSearchParams({ fixture: name })}`);
  const content = /<textarea[^>]*>\n?(?<content>[^]*)<\/textarea>/.exec(field)?.groups?.['content'] ?? '';
  return content
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}

/** @param renewed whether the body is to tell of something new */
async function fire(id: string, fields: Readonly<Record<string, string>>, renewed = true): Promise<Response> {
  const form = new FormData();
  const { event = '' } = fields;
  if (renewed) form.set('renewed', 'on');
  const filled = { fixture: event, body: await recordedBody(id, event), ...fields };
  for (const [name, value] of Object.entries(filled)) form.set(name, value);
  return post(`/playground/${id}/fire`, form);
}

const reset = (id: string) => post(`/playground/${id}/reset`);

it('opens with the first platform, and asks no other host', async () => {
  const response = await fetch(playground.url);
  expect(new URL(response.url).pathname).toBe(`/playground/${platforms[0]?.id}`);
  expect(await response.text()).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
});

describe.each(platforms)('$name', (platform) => {
  const path = `/playground/${platform.id}`;
  const [event = ''] = platform.events.map(({ type }) => type);

  beforeEach(() => reset(platform.id));

  it('shows the same item of both hosts for an event that is fired', async () => {
    expect((await fire(platform.id, { event })).status).toBe(200);
    expect(await pageWith(path, 'Both hosts made the same item.')).toContain(
      'Both hosts made the same item.',
    );
  });

  it('shows why a forged one gives none', async () => {
    expect((await fire(platform.id, { event, 'fault-proof': 'forged' })).status).toBe(200);
    const page = await pageWith(path, 'Both hosts refuse it.');
    expect(page).toMatch(/<span class="badge bad">(?:signature|credentials)-mismatch<\/span>/);
  });

  it.each([
    ['a recorded body byte for byte', {}, readFixture(platform.id, event).toString()],
    ['an edited body as it was typed', { body: '{\n "edited":  1.0 }' }, '{\n "edited":  1.0 }'],
  ])('sends %s', async (_what, edited, expected) => {
    await fire(platform.id, { event, ...edited }, false);
    const [{ id } = { id: '' }] = await readJson<Array<{ id: string }>>(`/${platform.id}/admin/deliveries`);
    await pageWith(path, `id="${id}-1"`);
    const { attempts } = await readJson<DeliveryRecord>(`/${platform.id}/admin/deliveries/${id}`);
    expect(attempts[0]?.request.body).toBe(expected);
  });

  it('has a page of its records and its webhook', async () => {
    const page = await get(`${path}/records`);
    expect(page).toContain(`/webhook/${platform.id}`);
    expect(page).toMatch(/<pre[^>]*aria-label="Record [^"]+"/);
  });
});

describe('what cannot be fired', () => {
  const [first] = platforms;
  const id = first?.id ?? '';

  it.each([
    [{ event: 'appointment.lost', body: '{}' }, 'has no event'],
    [{ event: 'appointment.created', body: '{"a":' }, 'The body is not JSON.'],
    [{ event: 'appointment.created', count: '0' }, 'Choose a number of events from 1 to 100.'],
    [{ event: 'appointment.created', together: 'on' }, 'leave &quot;together&quot; out'],
  ])('%j is refused by the form', async (fields, message) => {
    const response = await fire(id, fields);
    expect(response.status).toBe(422);
    const text = await response.text();
    expect(text).toContain('hx-swap-oob="innerHTML:#fire-message"');
    expect(text).toContain(message);
  });

  it('says which recorded bodies there are', async () => {
    const response = await fetch(`${playground.url}/playground/${id}/body?fixture=lost`);
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('There is no fixture');
  });

  it('says so when no webhook wants it', async () => {
    const [webhook] = await readJson<Array<{ id: string }>>(`/${id}/dashboard/webhooks`);
    await fetch(`${playground.url}/${id}/dashboard/webhooks/${webhook?.id}`, { method: 'DELETE' });
    expect(await (await fire(id, { event: 'appointment.created' })).text()).toContain('No webhook wants');
    await reset(id);
    expect((await fire(id, { event: 'appointment.created' })).status).toBe(200);
  });
});

it('gives its port back where an app is not built', async () => {
  const root = mkdtempSync(join(tmpdir(), 'playground-'));
  const build = join('packages', 'zapier-carehooks', 'build');
  mkdirSync(join(root, build), { recursive: true });
  for (const path of [join(build, 'ally.zip'), join('packages', 'n8n-nodes-carehooks')]) {
    symlinkSync(resolve(path), join(root, path));
  }
  const free = await listen(new Hono(), 0, '127.0.0.1');
  await free.close();
  const port = Number(new URL(free.url).port);
  await expect(startPlayground({ port, root })).rejects.toThrow('eka-care.zip');
  const taken = await listen(new Hono(), port, '127.0.0.1');
  await taken.close();
  rmSync(root, { recursive: true });
});

it('takes no form of another web page', async () => {
  for (const path of ['/playground/ally/fire', '/playground/ally/reset']) {
    expect((await post(path, new FormData(), 'https://elsewhere.example.com')).status).toBe(403);
  }
});

it('forgets everything at a reset, so that the same event is new again', async () => {
  for (let times = 0; times < 2; times += 1) {
    await reset('eka-care');
    expect(await get('/playground/eka-care')).not.toContain('class="delivery"');
    await fire('eka-care', { event: 'appointment.created' }, false);
    const page = await pageWith('/playground/eka-care', 'Both hosts made the same item.');
    expect(page.split('class="delivery"')).toHaveLength(2);
    expect(page).toContain('Both hosts made the same item.');
  }
});
