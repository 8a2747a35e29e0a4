import { withNodePackage } from '../../../e2e/src/pack.ts';
import type { Benchmark, Chart, Floor } from '../benchmark.ts';
import { median, medianRatio } from '../median.ts';
import { milliseconds, times } from '../report/numbers.ts';
import { measureServer, type Plan, type Turns } from './n8n/server.ts';
import type { TriggerName } from './n8n/triggers.ts';
import { connections, type Turn } from './n8n/turn.ts';

interface Setting extends Plan {
  readonly label: string;
  readonly floor: { readonly peer: TriggerName; readonly limit: number };
}

const ours = 'Ally Trigger';

const settings: readonly Setting[] = [
  {
    label: 'default',
    env: {},
    ...{ names: [ours, 'GitHub Trigger', 'Webhook'], deliveries: 40, rounds: 7 },
    floor: { peer: 'GitHub Trigger', limit: 1 },
  },
  {
    label: 'lazy',
    env: { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' },
    // Nothing changes for the GitHub Trigger.
    ...{ names: [ours, 'Webhook'], deliveries: 120, rounds: 11 },
    floor: { peer: 'Webhook', limit: 0.95 },
  },
];

/** The trigger on a real server against triggers of n8n itself. */
export const receiving: Benchmark = {
  name: 'n8n',
  title: 'Receiving on n8n',
  about: [
    `One n8n process with SQLite, as n8n comes, and three published workflows: the trigger, and a node that does nothing. ${connections} connections send deliveries of 600 B, each of an appointment of its own and rightly signed. The Ally Trigger and n8n’s GitHub Trigger verify the signature, the Webhook node does not; all three answer at once, and every execution is saved. Counted is what was executed to its end with its item.`,
    'By default n8n sets up an expression engine for each delivery, twice for a trigger and once for the Webhook node, which n8n knows to need none before the execution. With `N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true` it is set up when an expression is met, which these workflows have none of. Set that on any n8n that takes more than a few deliveries a second. It does nothing for triggers of version 1, such as GitHub’s: n8n evaluates an expression for each delivery to these.',
    'The triggers take turns. Numbers are medians of all turns, ratios the medians of the ratios within a round.',
  ].join('\n\n'),
  async run() {
    const say = (line: string) => process.stderr.write(`${line}\n`);
    const rows: string[][] = [];
    const bars: Array<Chart['bars'][number]> = [];
    const floors: Floor[] = [];
    await withNodePackage(async (tarball) => {
      for (const setting of settings) {
        say(`n8n, ${setting.label} …`);
        const turns = await measureServer(tarball, setting, say);
        rows.push(...rowsOf(setting, turns));
        bars.push(...barsOf(setting, turns));
        floors.push(floorOf(setting, turns));
      }
    });
    return {
      table: {
        columns: ['expression engine', 'trigger', 'a second', 'p50', 'p99', 'Ally Trigger to it'],
        rows,
      },
      chart: { title: 'Deliveries executed a second', unit: 'deliveries', bars },
      floors,
    };
  },
};

function rowsOf({ label }: Setting, turns: Turns): string[][] {
  return [...turns].map(([name, taken]) => [
    label,
    name,
    medianOf(taken, 'perSecond').toFixed(1),
    milliseconds(medianOf(taken, 'p50')),
    milliseconds(medianOf(taken, 'p99')),
    name === ours ? '' : times(ratioTo(name, turns)),
  ]);
}

function barsOf({ label }: Setting, turns: Turns): Array<Chart['bars'][number]> {
  return [...turns].map(([name, taken]) => ({
    label: `${name}, ${label}`,
    value: medianOf(taken, 'perSecond'),
  }));
}

function floorOf({ label, floor: { peer, limit } }: Setting, turns: Turns): Floor {
  return {
    what: `n8n, ${label}, against its ${peer}`,
    ratio: ratioTo(peer, turns),
    limit,
    sense: 'at least',
  };
}

function medianOf(turns: readonly Turn[], part: keyof Turn): number {
  return median(turns.map((turn) => turn[part]));
}

const speedOf = ({ perSecond }: Turn): number => perSecond;

/**
 * How many times a peer's throughput is ours. A machine's speed changes by the minute: turns of one round lie within
 * seconds, so their ratio has little of that, and what hits a single turn goes with the median. The best of all turns,
 * which does for short runs, would compare one lucky moment with another.
 */
function ratioTo(peer: TriggerName, turns: Turns): number {
  const [our = [], theirs = []] = [turns.get(ours), turns.get(peer)];
  return medianRatio(our.map(speedOf), theirs.map(speedOf));
}
