import { ally, type JsonValue } from '../../../src/index.ts';

function open(entity: JsonValue) {
  const [told] = ally.envelope.open({ data: entity });
  return told;
}

const created = '2023-10-13T09:53:45.552Z';
const updated = '2023-10-14T09:53:45.552Z';

describe('the envelope of Ally', () => {
  it('tells the appointment, and its last change as version and time', () => {
    const entity = { id: 'apt_1', createdAt: created, updatedAt: updated, status: 'scheduled' };
    expect(open(entity)).toEqual({
      entity,
      around: {},
      entityId: 'apt_1',
      version: updated,
      occurredAt: updated,
      possible: ['appointment.scheduled', 'appointment.updated', 'appointment.created'],
    });
  });

  it('is unwrapped once: results of the visit stay where they are', () => {
    const entity = { id: 'apt_1', data: { id: 'inner', data: {} } };
    expect(open(entity)?.entity).toEqual(entity);
  });

  it('makes do without times', () => {
    expect(open({ id: 'apt_1' })).toMatchObject({ version: null, occurredAt: null });
    expect(open({ id: 'apt_1', createdAt: created })).toMatchObject({ version: null, occurredAt: created });
  });

  it.each([
    ['scheduling', created, 'appointment.created'],
    ['scheduling', updated, 'appointment.updated'],
    ['scheduled', updated, 'appointment.scheduled'],
    ['completed', updated, 'appointment.completed'],
    ['cancelled', updated, 'appointment.cancelled'],
    ['in_transit', updated, 'appointment.updated'],
    [null, updated, 'appointment.updated'],
  ])('takes an appointment that is %s since %s for %s', (status, updatedAt, type) => {
    const possible = open({ id: 'apt_1', createdAt: created, updatedAt, status })?.possible ?? [];
    const types: string[] = ally.events.map((event) => event.type);
    expect(possible[0]).toBe(type);
    expect(possible).toContain('appointment.updated');
    expect(possible.filter((one) => !types.includes(one))).toEqual([]);
  });

  it.each([
    [null],
    ['text'],
    [[]],
    [{}],
    [{ id: 'apt_1' }],
    [{ data: null }],
    [{ data: [] }],
    [{ data: { id: '' } }],
    [{ data: { status: 'scheduled' } }],
  ] as JsonValue[][])('does not know %j', (body) => {
    expect(ally.envelope.open(body ?? null)).toEqual([null]);
  });
});
