import { platforms } from '../packages/core/src/index.ts';
import {
  type Call,
  everywhere,
  type Host,
  type Left,
  leftovers,
  type Row,
} from '../packages/simulator/test/fault-matrix/expected/call.ts';
import { calls } from '../packages/simulator/test/fault-matrix/expected/index.ts';
import { type Fault, faults } from '../packages/simulator/test/fault-matrix/faults.ts';
import { table } from './tables.ts';

/** The tables of the page about faults: what the tests of the fault matrix expect. */
export function faultTables(): Readonly<Record<string, string>> {
  const { none, ...others } = faults;
  const all: readonly Fault[] = [none, ...Object.values(others)];
  return {
    faults: table(
      ['fault', 'what the API does'],
      all.map(({ label, what }) => [label, what]),
    ),
    calls: Object.values(calls).map(describeCall).join('\n\n'),
  };
}

function describeCall(call: Call): string {
  const rows = call.rows.map((row) => [
    faultsOf(row),
    ...call.hosts.map((host) => seenOn(host, call, row)),
    leftAfter(row),
  ]);
  const names = call.hosts.map((host) => hostNames[host]);
  const heading = `### ${call.title}\n\n${call.about} For ${platformNames(call.platforms)}.`;
  return `${heading}\n\n${table(['fault', ...names, 'left'], rows)}`;
}

const hostNames: Readonly<Record<Host, string>> = { n8n: 'n8n', zapier: 'Zapier' };

function platformNames(ids: readonly string[]): string {
  if (ids.length === everywhere.length) return 'all platforms';
  const names = platforms.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  return names.join(', ').replace(/, (?=[^,]*$)/, ' and ');
}

function faultsOf({ after, platforms: only }: Row): string {
  const labels = after.map((fault) => faults[fault].label).join(', ');
  return only === undefined ? labels : `${labels} (${platformNames(only)})`;
}

function seenOn(host: Host, { see }: Call, row: Row): string {
  const words = see[host];
  if (words === undefined || (row.host ?? host) !== host) return '';
  if (row.told !== undefined) {
    const what = row.told === 'api-throttled' ? (words.throttled ?? words.told) : words.told;
    return `${what}: [\`${row.told}\`](errors.md)`;
  }
  const complete = row.says === undefined || row.says === 'ok';
  return complete ? words.works : `${words.works} without the record: \`${row.says}\``;
}

function leftAfter({ left, host }: Row): string {
  if (typeof left === 'string') return leftovers[left];
  const entries = Object.entries(left) as Array<[Host, Left]>;
  return entries
    .filter(([one]) => (host ?? one) === one)
    .map(([one, what]) => `${hostNames[one]}: ${leftovers[what]}`)
    .join('; ');
}
