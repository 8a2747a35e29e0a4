import { memorySeen } from '../seen.ts';
import { fixtureEventsOf, itemsOf, type Subject } from './subject.ts';

export function describeDeduplication(subject: Subject): void {
  describe('repeats', () => {
    it.each(subject.names)('makes items of %s once', async (name) => {
      const events = fixtureEventsOf(subject, name);
      const seen = memorySeen();
      expect(await itemsOf(events, subject, { seen })).toHaveLength(events.length);
      expect(await itemsOf(events, subject, { seen })).toEqual([]);
    });

    it.each(subject.names)('makes one item each of %s told twice in a delivery', async (name) => {
      const events = fixtureEventsOf(subject, name);
      expect(await itemsOf([...events, ...events], subject)).toHaveLength(events.length);
    });
  });
}
