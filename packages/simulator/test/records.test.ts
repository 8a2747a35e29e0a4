import { platforms } from '@carehooks/core';
import { createSimulation } from '../src/index.ts';
import type { SimulatedPlatform } from '../src/platforms/platform.ts';

/** What a platform shows of itself to people. */

const targetUrl = 'http://127.0.0.1/hook';

describe.each(platforms)('$name', (platform) => {
  const all: readonly SimulatedPlatform[] = Object.values(createSimulation().platforms);
  const simulated = all.find(({ id }) => id === platform.id)!;

  test('shows its webhooks without their secrets', () => {
    expect(simulated.records().webhooks).toEqual([]);
    const secret = simulated.account.register(targetUrl);
    const { webhooks } = simulated.records();
    const events = platform.events.map(({ type }) => type);
    expect(webhooks).toMatchObject([{ url: targetUrl, events, enabled: true }]);
    for (const part of secret.split(':').filter((one) => one !== 'carehooks')) {
      expect(part.length).toBeGreaterThan(20);
      expect(JSON.stringify(webhooks)).not.toContain(part);
    }
  });

  test('shows every record with its id and a few words', () => {
    const { collections } = simulated.records();
    expect(collections.length).toBeGreaterThan(0);
    for (const { records } of collections) {
      expect(records.length).toBeGreaterThan(0);
      for (const { id, summary, record } of records) {
        expect(summary).toMatch(/\w\w/);
        expect(summary).not.toMatch(/undefined|null|\[object/);
        expect(JSON.stringify(record)).toContain(JSON.stringify(id.split('/').at(-1)).replaceAll('"', ''));
      }
    }
  });

  test('has each collection once in each set of records', () => {
    const keys = simulated.records().collections.map(({ name, scope }) => `${name} ${scope}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

test('a webhook that is switched off is shown as such', () => {
  const { halo } = createSimulation().platforms;
  halo.webhooks.create({ url: targetUrl, active: false });
  expect(halo.records().webhooks).toMatchObject([{ enabled: false, events: [] }]);
});

test('the two addresses of an environment are shown with their events', () => {
  const { haloConnect } = createSimulation().platforms;
  haloConnect.webhooks.set('stage', { url: targetUrl, registeredUrl: `${targetUrl}/registered` });
  expect(haloConnect.records().webhooks).toMatchObject([
    { url: targetUrl, events: ['async'], scope: 'Stage' },
    { url: `${targetUrl}/registered`, events: ['registered'], scope: 'Stage' },
  ]);
});
