import { resolve } from 'node:path';
import { platforms } from '@carehooks/core';
import { startPlayground } from '../src/playground/start.ts';
import type { Listening } from '../src/http/listen.ts';

let playground: Listening;

beforeAll(async () => {
  playground = await startPlayground({ port: 0, root: resolve('.') });
}, 30_000);

afterAll(() => playground.close());

/** The page once it says what is waited for, or as it is after some seconds. */
async function pageWith(path: string, text: string): Promise<string> {
  const give = Date.now() + 8_000;
  for (;;) {
    const page = await (await fetch(`${playground.url}${path}`)).text();
    if (page.includes(text) || Date.now() > give) return page;
    await new Promise((done) => setTimeout(done, 50));
  }
}

async function fire(id: string, fields: Record<string, string>): Promise<number> {
  const body = await (await fetch(`${playground.url}/playground/${id}/body?event=${fields['event']}`)).text();
  const form = new FormData();
  form.set(
    'body',
    body
      .replace(/^<[^>]*>|<[^>]*>$/g, '')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  );
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return (await fetch(`${playground.url}/playground/${id}/fire`, { method: 'POST', body: form })).status;
}

it('opens with the first platform, and asks no other host', async () => {
  const response = await fetch(playground.url);
  expect(new URL(response.url).pathname).toBe(`/playground/${platforms[0]?.id}`);
  expect(await response.text()).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
});

describe.each(platforms)('$name', (platform) => {
  const [event = ''] = platform.events.map(({ type }) => type);

  it('shows the same item of both hosts for an event that is fired', async () => {
    expect(await fire(platform.id, { event, output: 'full' })).toBe(204);
    const page = await pageWith(`/playground/${platform.id}`, 'Both hosts made the same item.');
    expect(page).toContain('Both hosts made the same item.');
  });

  it('shows why a forged one gives none', async () => {
    expect(await fire(platform.id, { event, output: 'full', fault: 'forged' })).toBe(204);
    const page = await pageWith(`/playground/${platform.id}`, '[HTTP 401]');
    expect(page).toContain('[HTTP 401]');
    expect(page).not.toContain('The app failed unexpectedly');
  });
});
