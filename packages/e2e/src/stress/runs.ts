import { type Execution, itemsOf } from '../client/execution.ts';
import type { N8nClient } from '../client/n8n-client.ts';
import { poll } from '../client/poll.ts';
import { hasFailed, type Run } from './reckoning.ts';
import type { Stream } from './streams.ts';

/** A stream with the workflow that was made for it. */
export interface Published {
  readonly stream: Stream;
  readonly platform: string;
  readonly workflowId: string;
}

/** Crashed executions are found out about in seconds here; a queue may have to be worked off before that. */
const quietTimeoutMs = 180_000;

/** Waits until nothing runs any more, and runs every failed execution again, as a person would. */
export async function settleRuns(client: N8nClient, published: readonly Published[]): Promise<Run[]> {
  await untilQuiet(client);
  const before = await allRuns(client, published);
  for (const { id } of before.filter(({ status, retry }) => !retry && hasFailed(status))) {
    await client.retryExecution(id);
  }
  await untilQuiet(client);
  return allRuns(client, published);
}

async function untilQuiet(client: N8nClient): Promise<void> {
  const ask = async () => ((await client.executionsInProgress()) === 0 ? true : undefined);
  await poll(ask, { timeout: quietTimeoutMs, what: 'all executions to end' });
}

async function allRuns(client: N8nClient, published: readonly Published[]): Promise<Run[]> {
  const runs: Run[] = [];
  for (const { stream, platform, workflowId } of published) {
    const executions = await client.executions(workflowId);
    runs.push(...executions.map((execution) => toRun(execution, platform, stream)));
  }
  return runs;
}

function toRun(execution: Execution, platform: string, stream: Stream): Run {
  const { id, status, mode } = execution;
  const subjects = itemsOf(execution, 'Done').map(({ json }) => String(stream.subjectOf(json)));
  return { id, platform, status, retry: mode === 'retry', subjects };
}
