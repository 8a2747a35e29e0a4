import { accept } from '../../accept.ts';
import type { JsonObject } from '../../json.ts';
import { signedDelivery } from '../delivery.ts';
import { acceptOptions, bodyOf, eventsOf, fixtureEventsOf, itemsOf, type Subject } from './subject.ts';
import { followPath, pathTo } from './tree.ts';

export function describeUnwrapping(subject: Subject): void {
  const { platform, names } = subject;

  describe('unwrapping', () => {
    it.each(names)('finds the entities of %s in the body as they are', (name) => {
      const body = bodyOf(subject, name);
      const events = fixtureEventsOf(subject, name);
      expect(events.length).toBeGreaterThan(0);
      for (const { entity } of events) expect(pathTo(entity, body)).not.toBeNull();
    });

    it.each(names)('puts every field of the entities of %s into the items, untouched', async (name) => {
      const events = fixtureEventsOf(subject, name);
      for (const [index, item] of (await itemsOf(events, subject)).entries()) {
        const { trigger, ...fields } = item;
        expect(fields).toEqual({ id: trigger.id, ...events[index]?.entity });
        expect(trigger.expansion).toEqual({});
      }
    });

    it.each(names)('unwraps %s once, even where an entity has fields named like the envelope', (name) => {
      const body = bodyOf(subject, name);
      const path = pathTo(fixtureEventsOf(subject, name)[0]?.entity ?? {}, body) ?? [];
      const inner = { id: 'inner', status: 'inner' };
      const planted = path.filter((key) => !/^\d+$/.test(key));
      const keys = planted.length > 0 ? planted : ['data', 'payload'];
      Object.assign(
        followPath(body, path) as JsonObject,
        Object.fromEntries(keys.map((key) => [key, inner])),
      );
      const delivery = signedDelivery({ platform, body: JSON.stringify(body) });
      const [event] = eventsOf(delivery, acceptOptions(subject, name));
      expect(event?.entity).toEqual(followPath(body, path));
      for (const key of keys) expect(event?.entity[key]).toEqual(inner);
    });

    it.each([
      ['text', '"text"'],
      ['a number', '7'],
      ['null', 'null'],
      ['an empty object', '{}'],
      ['a list of nonsense', '[null,1,"x",[]]'],
      ['a login page', '<!doctype html><title>Sign in</title>'],
      ['nothing', ''],
    ])('takes %s for no event', (_what, body) => {
      const { kind } = accept(signedDelivery({ platform, body }), acceptOptions(subject, ''));
      expect(kind).toBe('rejected');
    });
  });
}
