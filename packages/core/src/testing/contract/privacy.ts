import type { CareEvent } from '../../event.ts';
import type { JsonObject } from '../../json.ts';
import { acceptOptions, deliveryOf, eventsOf, fixtureEventsOf, itemsOf, type Subject } from './subject.ts';
import { leafPaths, mapLeaves } from './tree.ts';

/** Words in the names of fields that are about a person. */
const personal = /name|phone|mobile|mail|address|birth|gender|sex|note|nhs|line\d|post|zip/i;

export function describePrivacy(subject: Subject): void {
  const { platform, names } = subject;
  const isListed = (path: string) => platform.minimal.includes(path);
  const relationIds = ({ entity }: CareEvent) =>
    Object.values(platform.relations).map((relation) => relation.id(entity));

  describe('the minimal output', () => {
    it('lists no field that sounds personal', () => {
      expect(platform.minimal.filter((path) => personal.test(path))).toEqual([]);
    });

    it.each(names)('holds of %s the listed fields and nothing else', async (name) => {
      const events = fixtureEventsOf(subject, name);
      for (const { trigger, ...fields } of await itemsOf(events, subject, { output: 'minimal' })) {
        const unlisted = leafPaths(fields).filter((path) => path !== 'id' && !isListed(path));
        expect(unlisted).toEqual([]);
        expect(trigger.platform).toBe(platform.id);
      }
    });

    it.each(names)('begins with the events of %s, which still lead to their relations', async (name) => {
      const full = fixtureEventsOf(subject, name);
      const small = eventsOf(deliveryOf(subject, name), {
        ...acceptOptions(subject, name),
        output: 'minimal',
      });
      const unlisted = small.flatMap(({ entity }) => leafPaths(entity)).filter((path) => !isListed(path));
      expect(unlisted).toEqual([]);
      expect(small.map(relationIds)).toEqual(full.map(relationIds));
      const [left, right] = [full, small].map((events) => itemsOf(events, subject, { output: 'minimal' }));
      expect(await right).toEqual(await left);
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
