import type { JsonObject } from '../../json.ts';
import { fixtureEventsOf, itemsOf, type Subject } from './subject.ts';
import { leafPaths, mapLeaves } from './tree.ts';

/** Words in the names of fields that are about a person. */
const personal = /name|phone|mobile|mail|address|birth|gender|sex|note|nhs|line\d|post|zip/i;

export function describePrivacy(subject: Subject): void {
  const { platform, names } = subject;

  describe('the minimal output', () => {
    it('lists no field that sounds personal', () => {
      expect(platform.minimal.filter((path) => personal.test(path))).toEqual([]);
    });

    it.each(names)('holds of %s the listed fields and nothing else', async (name) => {
      const events = fixtureEventsOf(subject, name);
      for (const { trigger, ...fields } of await itemsOf(events, subject, { output: 'minimal' })) {
        const unlisted = leafPaths(fields).filter(
          (path) => path !== 'id' && !platform.minimal.includes(path),
        );
        expect(unlisted).toEqual([]);
        expect(trigger.platform).toBe(platform.id);
      }
    });

    it.each(names)('holds no trace of what else stands in %s', async (name) => {
      const planted = fixtureEventsOf(subject, name).map((event) => ({
        ...event,
        entity: plant(event.entity, ['id', ...platform.minimal]),
      }));
      expect(JSON.stringify(await itemsOf(planted, subject))).toContain('canary');
      const minimal = await itemsOf(planted, subject, { output: 'minimal' });
      expect(minimal).toHaveLength(planted.length);
      expect(JSON.stringify(minimal)).not.toContain('canary');
    });
  });
}

/** A copy with a canary in every field but the listed ones, and in fields that nobody knows yet. */
function plant(entity: JsonObject, listed: readonly string[]): JsonObject {
  const grown = mapLeaves(entity, (path, leaf) => (listed.includes(path) ? leaf : `canary ${path}`));
  return { ...(grown as JsonObject), addedLater: 'canary', trigger: 'canary' };
}
