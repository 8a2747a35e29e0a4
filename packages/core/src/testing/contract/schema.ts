import type { z } from 'zod/v4';
import { fixtureEventsOf, type Subject } from './subject.ts';

export function describeSchema(subject: Subject, schema: z.ZodObject | undefined): void {
  describe('the schema', () => {
    it.each(subject.names)('reads the entities of %s and keeps all of them', (name) => {
      for (const { entity } of fixtureEventsOf(subject, name)) {
        expect(schema?.parse(entity)).toEqual(entity);
      }
    });

    it.each(subject.names)('keeps fields of %s that it does not know', (name) => {
      for (const { entity } of fixtureEventsOf(subject, name)) {
        const later = { ...entity, addedLater: { by: ['the platform'] } };
        expect(schema?.parse(later)).toEqual(later);
      }
    });
  });
}
