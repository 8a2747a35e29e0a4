import { shapeItem } from '../src/item.ts';
import type { JsonObject } from '../src/index.ts';
import { careEvent } from './care-event.ts';

const told = { ...careEvent('e_1'), occurredAt: '2026-01-15T09:00:00Z', deliveryId: 'd_1' };

function shape(entity: JsonObject, keep: readonly string[] | null = null) {
  return shapeItem({ event: told, entity, report: { patient: 'ok' } }, { environment: 'test', keep });
}

describe('an item', () => {
  it('is the entity with one key of ours, at the end', () => {
    const entity = { id: 'apt_1', patient: { id: 'p_1' }, data: { data: [] }, count: 0, note: null };
    const item = shape(entity);
    expect(item).toEqual({
      ...entity,
      trigger: {
        id: 'e_1',
        event: 'appointment.created',
        eventFrom: 'declared',
        platform: 'made-up',
        environment: 'test',
        occurredAt: '2026-01-15T09:00:00Z',
        receivedAt: '2026-01-15T09:30:00.000Z',
        deliveryId: 'd_1',
        verified: 'hmac-sha256',
        signatureHeader: null,
        expansion: { patient: 'ok' },
      },
    });
    expect(Object.keys(item).at(-1)).toBe('trigger');
  });

  it('has the id of the event where the entity has none', () => {
    expect(shape({ status: 'new' })['id']).toBe('e_1');
    expect(shape({ id: null })['id']).toBe('e_1');
    expect(shape({ id: 0 })['id']).toBe(0);
  });

  it('keeps a field of the entity that has the name of ours', () => {
    const item = shape({ id: 'apt_1', trigger: { of: 'theirs' } });
    expect(item.trigger.id).toBe('e_1');
    expect(item.trigger.shadowed).toEqual({ of: 'theirs' });
  });

  it('keeps a key that JavaScript gives a meaning to', () => {
    const entity = JSON.parse('{"id":"apt_1","__proto__":{"polluted":true}}') as JsonObject;
    const item = shape(entity);
    expect(Object.hasOwn(item, '__proto__')).toBe(true);
    expect(item['polluted']).toBeUndefined();
  });
});

describe('the minimal item', () => {
  const entity = {
    id: 'apt_1',
    status: 'scheduled',
    note: 'private',
    patient: { id: 'p_1', name: { first: 'Zoë', initial: 'Z' } },
    window: null,
    trigger: 'theirs',
  };

  it('holds the listed paths, as deep as they go, and nothing else', () => {
    const paths = ['id', 'status', 'patient.id', 'patient.name.initial', 'window.id', 'task.id'];
    const { trigger, ...fields } = shape(entity, paths);
    expect(fields).toEqual({
      id: 'apt_1',
      status: 'scheduled',
      patient: { id: 'p_1', name: { initial: 'Z' } },
    });
    expect(trigger.shadowed).toBeUndefined();
  });

  it('keeps the id even where it is not listed', () => {
    const { trigger, ...fields } = shape(entity, []);
    expect(fields).toEqual({ id: 'apt_1' });
    expect(trigger.id).toBe('e_1');
  });

  it('leaves the entity as it was', () => {
    const before = JSON.stringify(entity);
    shape(entity, ['patient.name.first']);
    expect(JSON.stringify(entity)).toBe(before);
  });
});
