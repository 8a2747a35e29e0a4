import { startSimulator } from '@carehooks/simulator';
import { N8nClient } from '../client/n8n-client.ts';
import type { Installation } from './installation.ts';
import { type Memory, memoryOf } from './memory.ts';
import { planEvents, type StressPlan } from './plan.ts';
import { reckon, type Reckoning } from './reckoning.ts';
import { type Published, settleRuns } from './runs.ts';
import { Sender } from './sender.ts';
import { type Place, type Stream, streams } from './streams.ts';

/** What a run under stress showed. */
export interface StressResult {
  readonly title: string;
  readonly platforms: Readonly<Record<string, Reckoning>>;
  readonly memory: { readonly before: Memory; readonly after: Memory };
  readonly killed: readonly string[];
  readonly seconds: number;
}

/** The platforms take their time between attempts: about as long as n8n is down. */
const clockFactor = 1;

/** The API of a platform is slow, so that kills find executions in the middle. */
const slowness = { fault: { kind: 'slow', milliseconds: 250 } } as const;

/** Presses an n8n by a plan, kills what the plan says, and reckons up. */
export async function stress(
  installation: Installation,
  plan: StressPlan,
  say: (line: string) => void,
): Promise<StressResult> {
  const startedAt = Date.now();
  const simulator = await startSimulator({ clockFactor });
  try {
    const client = await N8nClient.connect(installation.processes.main.url);
    const place: Place = { client, simulator, deliveryUrl: installation.deliveryUrl };
    const published: Published[] = [];
    for (const stream of streams) published.push(await publish(stream, place));
    const before = await memoryOf(installation);
    const sender = new Sender(simulator, streams);
    await sendAndKill(sender, installation, plan, say);
    say('  everything is sent; waiting for the executions, and running the failed ones again');
    const after = await memoryOf(installation);
    await installation.recover();
    const runs = await settleRuns(client, published);
    const sent = sender.outcome();
    const rows = published.map(({ platform }) => {
      const own = <Of extends { readonly platform: string }>(all: readonly Of[]) =>
        all.filter((one) => one.platform === platform);
      return [platform, reckon(own(sent), own(runs))] as const;
    });
    return {
      title: installation.title,
      platforms: Object.fromEntries(rows),
      memory: { before, after },
      killed: plan.kills.map(({ process }) => process),
      seconds: Math.round((Date.now() - startedAt) / 1_000),
    };
  } finally {
    await simulator.close();
  }
}

async function publish(stream: Stream, place: Place): Promise<Published> {
  const platform = stream.platform(place.simulator);
  const workflowId = await stream.setUp(place);
  await place.client.publish(workflowId);
  platform.apiFaults.add(slowness);
  return { stream, platform: platform.id, workflowId };
}

async function sendAndKill(
  sender: Sender,
  { processes }: Installation,
  plan: StressPlan,
  say: (line: string) => void,
): Promise<void> {
  const events = planEvents(plan, streams.length);
  const restarts: Array<Promise<void>> = [];
  const tenth = Math.ceil(events.length / 10);
  await sender.send(events, (count) => {
    if (count % tenth === 0) say(`  sent ${count} of ${events.length} events`);
    for (const { process, after } of plan.kills) {
      if (count !== Math.round(events.length * after)) continue;
      say(`  kill -9 of ${process}`);
      const restart = killAndStart(processes[process]);
      // Thrown at the end, when all is sent; said at once.
      restart.catch(() => say(`  ${process} did not start again`));
      restarts.push(restart);
    }
  });
  await Promise.all(restarts);
}

async function killAndStart(server: Installation['processes'][string] | undefined): Promise<void> {
  if (server === undefined) throw new Error('The plan kills a process that is not there: correct its name.');
  await server.kill();
  await server.start();
}
