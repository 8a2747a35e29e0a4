import { eventId } from '../src/event.ts';

const told = { entity: { id: 'apt_1', note: 'x' }, entityId: 'apt_1', version: 'v1', occurredAt: null };

describe('the id of an event', () => {
  it('is that of the delivery where there is one', () => {
    expect(eventId('halo', 'x', { ...told, deliveryId: 'd_1' })).toBe('d_1');
  });

  it('is a hash of platform, type, entity and version that stays the same from release to release', () => {
    // SHA-256 of ["ally","appointment.created","apt_1","v1"], its first half.
    const expected = 'b6a8a4b59409a61654408afd4158ac4c';
    expect(eventId('ally', 'appointment.created', told)).toBe(expected);
    expect(eventId('ally', 'appointment.created', { ...told, deliveryId: null })).toBe(expected);
  });

  it('is another for another platform, type, entity or version', () => {
    const ids = [
      eventId('ally', 'a', told),
      eventId('halo', 'a', told),
      eventId('ally', 'b', told),
      eventId('ally', null, told),
      eventId('ally', 'a', { ...told, entityId: 'apt_2' }),
      eventId('ally', 'a', { ...told, version: 'v2' }),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('depends on all of the content where there is no version, and on the version alone where there is', () => {
    const other = { ...told, entity: { ...told.entity, note: 'y' } };
    expect(eventId('ally', 'a', other)).toBe(eventId('ally', 'a', told));
    expect(eventId('ally', 'a', { ...other, version: null })).not.toBe(
      eventId('ally', 'a', { ...told, version: null }),
    );
  });
});
