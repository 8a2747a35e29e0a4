import { fixtureItem } from '../../sample.ts';
import { expectedItem, fixtureDelivery } from '../fixtures.ts';
import {
  acceptOptions,
  bodyOf,
  completeOptions,
  eventsOf,
  fixtureEventsOf,
  itemsOf,
  type Subject,
} from './subject.ts';

export function describeSamples(subject: Subject): void {
  const { platform, names } = subject;
  const types = platform.events.map(({ type }) => type);

  describe('samples', () => {
    it.each(names)('makes of %s the item that is expected', async (name) => {
      const events = eventsOf(fixtureDelivery(platform.id, name), acceptOptions(subject, name));
      const items = await itemsOf(events, { ...subject, connection: {} });
      expect(items.length === 1 ? items[0] : items).toEqual(expectedItem(platform.id, name));
    });

    it.each(types)('shows for %s what a live delivery makes', async (type) => {
      const sample = await fixtureItem(type, completeOptions(subject));
      const [live] = await itemsOf(fixtureEventsOf(subject, type), subject);
      const { eventFrom, signatureHeader, verified } = sample.trigger;
      expect(sample).toEqual({
        ...live,
        trigger: { ...live?.trigger, eventFrom, signatureHeader, verified },
      });
      expect(Object.keys(sample.trigger)).toEqual(Object.keys(live?.trigger ?? {}));
    });

    it.each(types)('has the recorded delivery of %s as its sample', (type) => {
      expect(platform.samples.fixtures[type]).toEqual(bodyOf(subject, type));
      const [unwrapped] = platform.envelope.open(bodyOf(subject, type));
      expect([unwrapped?.type, ...(unwrapped?.possible ?? [])]).toContain(type);
    });
  });
}
