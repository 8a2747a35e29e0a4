import type { JsonObject } from '@carehooks/core';
import { allCells, type Cell, perform, type Result } from './cells.ts';
import type { Problem } from '../../src/playground/hosts/outcome.ts';
import type { Call, Host, Row } from './expected/call.ts';
import { type CallName, calls } from './expected/index.ts';
import { canary, type Fault, type FaultName, faults } from './faults.ts';
import { runAll } from './pool.ts';
import { openStage, type Stage } from './stage.ts';
import type { Seen } from './user.ts';

/** Every fault of an API, in every call, on both hosts. What is expected stands in `expected`; docs/faults.md shows it. */

const cells = allCells();
const named = Object.entries(calls) as Array<[CallName, Call]>;
let stage: Stage;
let results: ReadonlyMap<Cell, Result>;

beforeAll(async () => {
  stage = await openStage();
  results = await runAll(cells, isEndless, (cell) => perform(cell, stage));
}, 240_000);

afterAll(() => stage.close());

function isEndless({ fault }: Cell): boolean {
  const { endless }: Fault = faults[fault];
  return endless === true;
}

function resultOf(cell: Cell): Result {
  const result = results.get(cell);
  if (result === undefined) throw new Error(`${nameOf(cell)} was not performed.`);
  return result;
}

function nameOf({ call, fault, platform, host }: Cell): string {
  return [call, fault, platform, host].join(' ');
}

/** The cells that a row of a call tells of. */
function cellsOf(name: CallName, fault: FaultName, row: Row): Cell[] {
  return cells
    .filter(({ call, host }) => call === name && (row.host ?? host) === host)
    .filter((cell) => cell.fault === fault && (row.platforms?.includes(cell.platform) ?? true));
}

/** What was seen, in the words of a row. */
function inWords(seen: Seen): { readonly told?: string; readonly says?: string } {
  if (seen.kind === 'failed') return { told: seen.problem.code ?? seen.problem.message };
  const said = seen.items.flatMap(({ trigger }) =>
    Object.values((trigger as JsonObject | undefined)?.['expansion'] ?? {}),
  );
  return said.length === 0 ? {} : { says: [...new Set(said)].join() };
}

describe.each(named)('%s', (name, call) => {
  const rows = call.rows.flatMap((row) => row.after.map((fault): [FaultName, Row] => [fault, row]));

  it.each(rows)('after %s', (fault, row) => {
    const { told, says, left } = row;
    const seen = { ...(told === undefined ? {} : { told }), ...(says === undefined ? {} : { says }) };
    const here = cellsOf(name, fault, row);
    const found = here.map((cell) => {
      const result = resultOf(cell);
      return [nameOf(cell), { ...inWords(result.seen), left: result.left, mended: result.mended }];
    });
    const expected = here.map((cell) => {
      return [
        nameOf(cell),
        { ...seen, left: typeof left === 'string' ? left : left[cell.host], mended: true },
      ];
    });
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  });

  it('has one row for each fault, platform and host', () => {
    const counts = new Map<string, number>();
    for (const [fault, row] of rows) {
      for (const cell of cellsOf(name, fault, row)) {
        counts.set(nameOf(cell), (counts.get(nameOf(cell)) ?? 0) + 1);
      }
    }
    const answers = (Object.keys(faults) as FaultName[]).filter((fault) => 'answer' in faults[fault]);
    const needed = ['none' as const, ...answers].flatMap((fault) =>
      call.platforms.flatMap((platform) =>
        call.hosts.map((host) => nameOf({ call: name, fault, platform, host })),
      ),
    );
    expect([...counts].filter(([, count]) => count !== 1)).toEqual([]);
    expect(needed.filter((one) => !counts.has(one))).toEqual([]);
  });
});

/** What people are told, by cell whatever its host. */
function adviceOn(host: Host): Array<[string, Pick<Problem, 'code' | 'hint'>]> {
  return cells
    .filter((cell) => cell.host === host)
    .flatMap((cell) => {
      const { seen } = resultOf(cell);
      if (seen.kind === 'done') return [];
      const { code, hint } = seen.problem;
      return [[[cell.call, cell.fault, cell.platform].join(' '), { code, hint }]];
    });
}

describe('on both hosts', () => {
  it('people are told the same, with what to do', () => {
    const onN8n = new Map(adviceOn('n8n'));
    const shared = adviceOn('zapier').filter(([name]) => onN8n.has(name));
    expect(shared.length).toBeGreaterThan(300);
    expect(shared.map(([name]) => [name, onN8n.get(name)])).toEqual(shared);
    expect(shared.filter(([, { code, hint }]) => code === null || hint === null)).toEqual([]);
  });

  it('nobody is shown an answer of the API, or a secret', () => {
    const leaks = cells.filter((cell) => {
      const { seen, kept, secrets } = resultOf(cell);
      const told = `${seen.kind === 'failed' ? seen.everything : ''} ${kept}`;
      return [canary, ...secrets].some((text) => told.includes(text));
    });
    expect(leaks.map(nameOf)).toEqual([]);
  });

  it('neither is in a log', () => {
    const logs = JSON.stringify([stage.n8n.logs, Object.values(stage.apps).map((app) => app.logs)]);
    const secrets = new Set(cells.flatMap((cell) => resultOf(cell).secrets));
    expect(secrets.size).toBeGreaterThan(100);
    expect([canary, ...secrets].filter((text) => logs.includes(text))).toEqual([]);
  });

  it('Zapier is asked to try again later where the API asks to slow down', () => {
    const throttled = cells
      .filter(({ host }) => host === 'zapier')
      .map((cell) => resultOf(cell).seen)
      .flatMap((seen) => (seen.kind === 'failed' && seen.problem.code === 'api-throttled' ? [seen] : []));
    expect(throttled.length).toBeGreaterThan(50);
    expect(throttled.filter(({ everything }) => !everything.startsWith('ThrottledError '))).toEqual([]);
  });

  it('no redirect is followed', () => {
    expect(stage.trapped).toEqual([]);
  });
});
