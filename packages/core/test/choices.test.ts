import { eventChoices, readNumbered, recordChoices, writeNumbered } from '../src/choices.ts';
import { ally, halo, type JsonObject } from '../src/index.ts';

describe('numbered events', () => {
  it.each([
    ['76 Ticket Status Changed', '76', 'Ticket Status Changed'],
    [' 3  New ', '3', 'New'],
    ['1st SLA Warning', null, '1st SLA Warning'],
    ['76', null, '76'],
    ['1234567890 Too Long', null, '1234567890 Too Long'],
  ])('reads "%s"', (event, number, name) => {
    expect(readNumbered(event)).toEqual({ number, name });
  });

  it('reads what it writes', () => {
    expect(readNumbered(writeNumbered('76', 'Ticket Status Changed'))).toEqual({
      number: '76',
      name: 'Ticket Status Changed',
    });
  });

  it('are offered with their number, and others as the platform names them', () => {
    expect(eventChoices(halo.events)).toContainEqual({ value: '39 Closed', label: 'Closed' });
    expect(eventChoices(ally.events)).toContainEqual({
      value: 'appointment.created',
      label: 'Appointment Created',
    });
  });
});

describe('records to choose from', () => {
  it('are offered by name, else by id, and not at all without an id', () => {
    const records: JsonObject[] = [
      { id: 7, name: 'Service desk' },
      { id: 'x' },
      { name: 'Nobody' },
      { id: '' },
    ];
    expect(recordChoices(records)).toEqual([
      { value: '7', label: 'Service desk' },
      { value: 'x', label: 'x' },
    ]);
  });

  it('have their id under the name that is given', () => {
    expect(recordChoices([{ id: 'other', doctor_id: 'd_1', name: 'Dr. GP' }], 'doctor_id')).toEqual([
      { value: 'd_1', label: 'Dr. GP' },
    ]);
  });
});
