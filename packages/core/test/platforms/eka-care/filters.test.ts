import { accept, ekaCare } from '../../../src/index.ts';
import { fixtureDelivery, fixtureSecret } from '../../../src/testing/index.ts';

function receive(name: string, key: 'doctorId' | 'clinicId', value: string) {
  const filter = ekaCare.filters.find((one) => one.key === key);
  if (filter === undefined) throw new Error(`There is no filter ${key}.`);
  return accept(fixtureDelivery('eka-care', name), {
    platform: ekaCare,
    secrets: [fixtureSecret(ekaCare)],
    filters: [{ field: filter.field, operator: 'is', values: [value, 'someone else'] }],
  }).kind;
}

test.each([
  ['appointment.created', 'doctorId', '174159057723920', 'accepted'],
  ['appointment.created', 'doctorId', '174159057723921', 'ignored'],
  ['receipt.created', 'doctorId', '161467756044203', 'accepted'],
  ['receipt.created', 'doctorId', '161467756044204', 'ignored'],
  ['receipt.created', 'clinicId', '60b0ee0c0b5804795509aefb', 'accepted'],
  ['v2rx.completed', 'clinicId', '60b0ee0c0b5804795509aefb', 'ignored'],
] as const)('%s with %s %s is %s', (name, key, value, kind) => {
  expect(receive(name, key, value)).toBe(kind);
});
