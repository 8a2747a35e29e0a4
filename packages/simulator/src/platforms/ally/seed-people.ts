import type { Location, Patient, Practitioner } from './records.ts';

/**
 * Made-up people. Phone numbers are of the range that Ofcom keeps for drama, NHS numbers of the one for tests, and
 * example.org receives no mail; Zoë's are those of the fixtures.
 */
export const patients: readonly Patient[] = [
  patient('p_Nalv9kl3lT0g8wGlC1', 'Zoë', "O'Neill", 'female', '1980-02-29', '9434765919', '+44777711111'),
  patient('p_4mKx81TqWv0ZsLbN3d', 'John', 'Adeyemi', 'male', '1957-11-03', '9992345675', '+447700900101'),
  patient('p_7RcYh2PfUe9JtGoA6k', 'Morag', 'Sinclair', 'female', '1943-06-18', '9994691341', '+447700900102'),
  patient('p_Bn5VwXj0Dq8SiMzE1r', 'Priya', 'Johnston', 'female', '1991-01-27', '9997037014', '+447700900103'),
  patient('p_Ft3HoLc6Ky2UaRpQ9g', 'Tomasz', 'Nowak', 'male', '1968-09-09', null, '+447700900104'),
];

export const livePatient = patient(
  'p_Lv8EdSx4Mn7CiTwB0h',
  'Eleri',
  'Vaughan',
  'female',
  '1975-04-12',
  '9998765366',
  '+447700900105',
);

export const practitioners: readonly Practitioner[] = [
  { id: 'pr_Edzpwwr2f1idMFpfBb5', firstName: 'Amara', lastName: 'Okafor' },
  { id: 'pr_Qw6TyUi1Op9AsDfGh3j', firstName: 'Callum', lastName: 'Reid' },
];

export const addresses = {
  wigtown: address('25 Bladnoch', 'Wigtown', 'Newton Stewart', 'Dumfries and Galloway', 'DG8 9AB'),
  bristol: address('4 Larkfield Row', null, 'Bristol', 'Avon', 'BS6 7ZZ'),
  leeds: address('118 Canal Side', 'Flat 3', 'Leeds', 'West Yorkshire', 'LS1 9ZZ'),
} as const;

function patient(
  id: string,
  firstName: string,
  lastName: string,
  sex: string,
  dateOfBirth: string,
  nhsNumber: string | null,
  phoneNumber: string,
): Patient {
  const email = `${firstName
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase()}@example.org`;
  return {
    ...{ id, title: null, firstName, lastName, sex, phoneNumber, email, nhsNumber },
    ...{ externalRef: null, dateOfBirth, note: null },
  };
}

function address(
  line1: string,
  line2: string | null,
  city: string,
  county: string,
  postalCode: string,
): Location {
  return { line1, line2, city, county, postalCode, country: 'United Kingdom' };
}
