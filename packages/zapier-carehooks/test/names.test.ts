import { choiceListKey, dynamicChoices, toKey } from '../src/triggers/names.ts';

test.each([
  ['appointment.created', 'appointment_created'],
  ['appointment.tele.dr_joined', 'appointment_tele_dr_joined'],
  ['Ticket Status Changed', 'ticket_status_changed'],
  ['1st sla warning', 'event_1st_sla_warning'],
  ['--closed--', 'closed'],
])('the key of the trigger for %s is %s', (type, key) => {
  expect(toKey(type)).toBe(key);
});

test('a field names the hidden trigger that it is filled from', () => {
  expect(choiceListKey('ticketTypes')).toBe('list_ticket_types');
  expect(dynamicChoices('ticketTypes')).toBe('list_ticket_types.id.name');
});
