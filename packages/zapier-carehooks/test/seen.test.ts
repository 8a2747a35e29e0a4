import { createHash } from 'node:crypto';
import type { ZObject } from 'zapier-platform-core';
import { seenBy } from '../src/seen.ts';

interface Stored {
  readonly ttl: number | undefined;
  readonly nx: boolean | undefined;
}

/** Zapier's cache, as far as it matters here. */
function host({ broken = false } = {}) {
  const stored = new Map<string, Stored>();
  const lines: string[] = [];
  const fails = () => Promise.reject(new Error('canary'));
  const cache = {
    set: async (key: string, _value: unknown, ttl?: number, _scope?: string[], nx?: boolean) => {
      if (nx === true && stored.has(key)) return false;
      stored.set(key, { ttl, nx });
      return true;
    },
    delete: async (key: string) => stored.delete(key),
  };
  const z = {
    cache: broken ? { set: fails, delete: fails } : cache,
    console: { log: (line: string) => lines.push(line) },
    hash: (algorithm: string, text: string, encoding: 'hex', input: 'utf8') =>
      createHash(algorithm).update(text, input).digest(encoding),
  };
  return { z: z as unknown as ZObject, stored, lines };
}

test('an event is new once', async () => {
  const { z } = host();
  const seen = seenBy('sub_1', z);
  await expect(seen.claim(['a', 'b'])).resolves.toEqual(new Set(['a', 'b']));
  await expect(seen.claim(['b', 'c'])).resolves.toEqual(new Set(['c']));
});

test('each subscription has a memory of its own', async () => {
  const { z } = host();
  await seenBy('sub_1', z).claim(['a']);
  await expect(seenBy('sub_2', z).claim(['a'])).resolves.toEqual(new Set(['a']));
});

test('an event that did not go out is new again', async () => {
  const { z } = host();
  const seen = seenBy('sub_1', z);
  await seen.claim(['a']);
  await seen.release(['a']);
  await expect(seen.claim(['a'])).resolves.toEqual(new Set(['a']));
});

test('keys tell neither event nor subscription, and are kept for a week', async () => {
  const { z, stored } = host();
  await seenBy('sub_1', z).claim(['appointment 4711 ☕', 'appointment 4711 ♨']);
  expect([...stored.keys()]).toEqual([expect.stringMatching(/^seen_[0-9a-f]{64}$/), expect.anything()]);
  expect(JSON.stringify([...stored])).not.toMatch(/4711|sub_1/);
  expect([...stored.values()]).toEqual(Array(2).fill({ ttl: 604_800, nx: true }));
});

test('a cache that fails loses nothing, and only that is logged', async () => {
  const { z, lines } = host({ broken: true });
  await expect(seenBy('sub_1', z).claim(['a'])).resolves.toEqual(new Set(['a']));
  expect(lines).toEqual(['cache-unavailable']);
});
