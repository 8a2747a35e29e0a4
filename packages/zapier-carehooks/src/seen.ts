import type { Seen } from '@carehooks/core';
import type { ZObject } from 'zapier-platform-core';

/** Seconds. Longer than any platform goes on sending a delivery again. */
const remembered = 7 * 24 * 60 * 60;

/**
 * The memory of events that went out to one subscription, in Zapier's cache. All Zaps of the app share that cache, so
 * its keys are hashes of subscription and event.
 *
 * The cache only saves a Zap from running twice: where it fails the event goes out.
 *
 * https://docs.zapier.com/platform/reference/cli-docs#zcache
 */
export function seenBy(subscription: string, z: ZObject): Seen {
  const keyOf = (id: string) => `seen_${z.hash('sha256', `${subscription} ${id}`, 'hex', 'utf8')}`;
  const isFresh = async (id: string) => {
    try {
      return (await z.cache.set(keyOf(id), true, remembered, undefined, true)) !== false;
    } catch {
      // The error may quote the key; that it failed is all there is to say.
      z.console.log('cache-unavailable');
      return true;
    }
  };
  return {
    async claim(ids) {
      const answers = await Promise.all(ids.map(async (id) => ({ id, fresh: await isFresh(id) })));
      return new Set(answers.filter(({ fresh }) => fresh).map(({ id }) => id));
    },
    async release(ids) {
      await Promise.all(ids.map((id) => z.cache.delete(keyOf(id))));
    },
  };
}
