import { itemsOf } from '../../../../e2e/src/client/execution.ts';
import { N8nClient } from '../../../../e2e/src/client/n8n-client.ts';
import { startN8n } from '../../../../e2e/src/server/start.ts';
import { rotated } from '../../rotation.ts';
import { startGitHub } from './github.ts';
import { type Place, type Target, type TriggerName, triggers } from './triggers.ts';
import { takeTurn, type Turn } from './turn.ts';

/** How one server is measured. */
export interface Plan {
  /** Of n8n, over its defaults. */
  readonly env: Record<string, string>;
  readonly names: readonly TriggerName[];
  /** In each turn; n8n's public API tells of at most 250 at once. */
  readonly deliveries: number;
  readonly rounds: number;
}

/** The turns of each trigger, in the order they were taken. */
export type Turns = ReadonlyMap<TriggerName, readonly Turn[]>;

/** Measures triggers in one n8n process, which is started for it, in rounds in which each has its turn. */
export async function measureServer(
  nodePackageTarball: string,
  plan: Plan,
  say: (line: string) => void,
): Promise<Turns> {
  const github = await startGitHub();
  try {
    const server = await startN8n({ nodePackageTarball, env: plan.env });
    try {
      const client = await N8nClient.connect(server.url);
      return await measure({ client, serverUrl: server.url, github }, plan, say);
    } finally {
      await server.dispose();
    }
  } finally {
    await github.close();
  }
}

async function measure(place: Place, plan: Plan, say: (line: string) => void): Promise<Turns> {
  const { client } = place;
  const measured: Measured[] = [];
  for (const name of plan.names) {
    const target = await triggers[name](place);
    // Fills caches and lets V8 compile; not counted.
    await takeTurn(client, target, plan.deliveries);
    measured.push({ name, target, turns: [] });
  }
  for (let round = 0; round < plan.rounds; round += 1) {
    say(`  round ${round + 1} of ${plan.rounds}`);
    for (const { target, turns } of rotated(measured, round)) {
      turns.push(await takeTurn(client, target, plan.deliveries));
    }
  }
  const sent = plan.deliveries * (plan.rounds + 1);
  for (const { target } of measured) await assertItems(client, target, sent);
  return new Map(measured.map(({ name, turns }) => [name, turns]));
}

interface Measured {
  readonly name: TriggerName;
  readonly target: Target;
  readonly turns: Turn[];
}

/** An execution without an item, as of a repeat, does less than it should. */
async function assertItems(client: N8nClient, { workflowId, url }: Target, sent: number): Promise<void> {
  const executions = await client.executions(workflowId);
  const items = executions.flatMap((execution) => itemsOf(execution, 'Done'));
  if (items.length !== sent) throw new Error(`${sent} deliveries to ${url} gave ${items.length} items.`);
}
