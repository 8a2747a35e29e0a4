import type { Subject } from './subject.ts';

const titleCase =
  /^[A-Z0-9][\w()/-]*(?: (?:[A-Z0-9(][\w()/-]*|a|an|and|as|at|by|for|from|in|of|on|or|the|to|with))*$/;

export function describeTexts({ platform, names }: Subject): void {
  const events = platform.events.map((event) => [event.type, event] as const);

  describe('names and texts', () => {
    it('has an id in lower case with dashes', () => {
      expect(platform.id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    });

    it('names each event and each setting once', () => {
      const types = platform.events.map((event) => event.type);
      const keys = platform.settings.map((setting) => setting.key);
      expect(new Set(types).size).toBe(types.length);
      expect(new Set(keys).size).toBe(keys.length);
    });

    it.each(events)('labels %s in title case with at most 64 characters', (_type, { label, noun }) => {
      expect(label).toMatch(titleCase);
      expect(label.length).toBeLessThanOrEqual(64);
      expect(noun).toMatch(titleCase);
    });

    it.each(events)('describes %s in a sentence that starts with "Triggers when"', (_type, event) => {
      expect(event.description).toMatch(/^Triggers when \S.*[^.]\.$/);
    });

    it.each(events)('has a sample of %s that is a recorded delivery', (type) => {
      expect(Object.keys(platform.samples.fixtures)).toContain(type);
      expect(names).toContain(type);
    });

    it('labels relations and settings in title case, and explains them in sentences', () => {
      for (const { label, description } of Object.values(platform.relations)) {
        expect(label).toMatch(titleCase);
        expect(description).toMatch(/\.$/);
      }
      for (const { label, help } of platform.settings) {
        expect(label).toMatch(titleCase);
        expect(help).toMatch(/\.$/);
      }
    });

    it('leads through a manual subscription in whole sentences', () => {
      const steps = platform.subscription.mode === 'manual' ? platform.subscription.steps : ['Automatic.'];
      expect(steps.length).toBeGreaterThan(0);
      for (const step of steps) expect(step).toMatch(/^[A-Z].*\.$/);
    });
  });
}
