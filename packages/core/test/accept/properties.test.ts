import fc from 'fast-check';
import { acceptBody } from './accept-body.ts';

describe('whatever a delivery holds', () => {
  const anyText = fc.string({ unit: 'binary', maxLength: 60 });
  const anyBody = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.json({ maxDepth: 4 }),
    fc.json({ maxDepth: 3 }).map((json) => `{"data":${json}}`),
  );

  it('does not make accepting throw', () => {
    fc.assert(
      fc.property(
        anyBody,
        fc.dictionary(fc.oneof(anyText, fc.constantFrom('x-event', 'authorization')), anyText),
        fc.dictionary(fc.constantFrom('event', 'other', '__proto__'), anyText),
        fc.boolean(),
        (body, headers, query, signed) => {
          const changed = { headers, query, unsigned: !signed };
          const verification = { acceptUnsigned: !signed };
          const filters = [{ field: 'data.0.__proto__.x', operator: 'isNot', values: [] } as const];
          const options = { eventHeader: 'x-event', filters, verification, ...(!signed && { secrets: [] }) };
          return ['accepted', 'ignored', 'rejected'].includes(acceptBody(body, options, changed).kind);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('does not lose a key or change a value when it is unwrapped', () => {
    const anyKey = fc.oneof(fc.string(), fc.constantFrom('data', 'trigger', '__proto__', 'constructor'));
    const anyEntity = fc.dictionary(anyKey, fc.jsonValue({ maxDepth: 3 }));
    fc.assert(
      fc.property(anyEntity, (fields) => {
        const text = JSON.stringify({ ...fields, id: 'apt_1' });
        const outcome = acceptBody(`{"data":${text}}`);
        expect(JSON.stringify(outcome.kind === 'accepted' && outcome.events[0]?.entity)).toBe(text);
      }),
      { numRuns: 200 },
    );
  });
});
