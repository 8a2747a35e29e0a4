import { readFileSync } from 'node:fs';
import { faultNames, faults } from '../../src/index.ts';
import { apiFaultChoices } from '../../src/playground/api-fault-choices.ts';

const page = readFileSync('docs/playground.md', 'utf8');
const rows = [
  ...page.matchAll(/^\| (?:Sending|Proof|Body|REST API) +\| (?<label>.*?) +\| (?<what>.*?) +\|$/gm),
];
const told = rows.map(({ groups }) => [groups?.['label'], groups?.['what']]);

test('the guide tells of every fault that the page offers, in the same words', () => {
  const offered = [...faultNames.map((name) => faults[name]), ...Object.values(apiFaultChoices)];
  expect(told).toEqual(offered.map(({ label, description }) => [label, description]));
});
