import { asText, isJsonObject } from '../../src/json.ts';
import type { Platform } from '../../src/index.ts';
import { deliveryOf, explained, plain, readable } from './explained.ts';

/** A platform that sends batches and names its events. */
const batching: Platform = {
  ...plain,
  envelope: {
    open: (parts) =>
      (Array.isArray(parts) ? parts : [parts]).map((part) =>
        isJsonObject(part)
          ? {
              entity: part,
              entityId: null,
              version: null,
              occurredAt: null,
              type: asText(part['event']),
              typeFrom: part['from'] === 'url' ? 'url' : 'body',
            }
          : null,
      ),
  },
};

function told(body: unknown[], options: Parameters<typeof explained>[2] = {}, forged = false): string[] {
  const delivery = deliveryOf(batching, { body: JSON.stringify(body), forged });
  return readable(explained(batching, delivery, options)).filter((line) => line.includes(' event: '));
}

describe('what a delivery tells', () => {
  const created = { event: 'appointment.created' };

  it('is one event and where its name stands', () => {
    expect(told([created])).toEqual(['✓ event: It tells 1 event: appointment.created (named in the body).']);
    expect(told([{ ...created, from: 'url' }])[0]).toMatch('(named in the URL)');
    expect(told([{}])[0]).toBe('✓ event: It tells 1 event: one that nothing names.');
    expect(told([{}], { events: ['appointment.created'] })[0]).toMatch(
      'appointment.created (the one that the trigger is for)',
    );
    const headers = { 'x-event': 'Appointment.Created' };
    const delivery = deliveryOf(batching, { body: [{}], headers });
    expect(readable(explained(batching, delivery, { eventHeader: 'x-event' })).at(-1)).toBe(
      '✓ event: It tells 1 event: appointment.created (named by the event header).',
    );
  });

  it('is several, each name once', () => {
    expect(told([created, created, { event: 'appointment.updated' }])).toEqual([
      '✓ event: It tells 3 events: appointment.created (named in the body) and appointment.updated (named in the body).',
    ]);
  });

  it('is named only where the platform lists it', () => {
    expect(told([{ event: 'Zoë was here' }])).toEqual([
      '✓ event: It tells 1 event: one that is not on the list of Made Up (named in the body).',
    ]);
  });

  it('lacks the parts that cannot be read', () => {
    expect(told([created, 1, 2]).at(-1)).toBe(
      '✗ event: 2 parts of the body cannot be read and are left out.',
    );
    expect(told([created, 1]).at(-1)).toBe('✗ event: 1 part of the body cannot be read and is left out.');
  });

  it('starts nothing where it is not wanted', () => {
    expect(told([])).toEqual(['• event: It tells no event.']);
    expect(told([created], { events: ['a', 'b'] })).toEqual([
      '• event: It tells none of the events that were chosen, so nothing starts.',
    ]);
    const filters = [{ field: 'status', operator: 'is', values: ['x'] } as const];
    expect(told([created], { filters })).toEqual([
      '• event: The filters leave out what it tells, so nothing starts.',
    ]);
  });

  it('is a claim where it is forged', () => {
    expect(told([created], {}, true)).toEqual([
      '• event: It claims to tell 1 event: appointment.created (named in the body).',
    ]);
  });

  it('is nothing where the body has another shape', () => {
    const explanation = explained(plain, deliveryOf(plain, { body: '{"other":1}' }));
    expect(explanation).toMatchObject({ verified: false, code: 'envelope-unexpected' });
    expect(readable(explanation).at(-1)).toBe(
      '✗ body: The body is JSON, and not of the shape that Made Up sends. It may come from another platform.',
    );
  });
});
