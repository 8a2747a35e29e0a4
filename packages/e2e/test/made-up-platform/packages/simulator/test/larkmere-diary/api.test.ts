import type { JsonObject } from '@carehooks/core';
import { call, running } from '../running.ts';

const start = running();

async function open(key = 'trial_carehooks') {
  const simulator = await start.simulator();
  const ask = (path: string, options: { method?: string; json?: unknown } = {}) =>
    call<JsonObject>(`${simulator.url}/larkmere-diary/v3${path}`, {
      ...options,
      headers: { 'larkmere-key': key },
    });
  return { platform: simulator.platforms.larkmereDiary, ask };
}

test('is closed to other keys', async () => {
  const { ask } = await open('trial_of_someone_else');
  expect(await ask('/practice')).toMatchObject({ status: 401, body: { message: 'Unknown key.' } });
});

test('tells the practice and its clients', async () => {
  const { ask } = await open();
  expect(await ask('/practice')).toMatchObject({ status: 200, body: { title: 'Sample Practice' } });
  expect((await ask('/clients/cli_208')).body).toMatchObject({ client: { id: 'cli_208' } });
  expect((await ask('/clients/cli_0')).status).toBe(404);
});

test('keeps one hook for each URL, and its signing key to itself', async () => {
  const { platform, ask } = await open();
  const json = { url: 'https://n8n.example.com/1', events: ['booking.moved'], signing_key: 'k'.repeat(64) };
  expect((await ask('/hooks', { json })).status).toBe(201);
  expect((await ask('/hooks', { json })).status).toBe(409);
  expect((await ask('/hooks')).body).toEqual({
    hooks: [{ id: 'hk_1', url: json.url, events: json.events, paused: false }],
  });
  platform.reset();
  expect((await ask('/hooks')).body).toEqual({ hooks: [] });
});
