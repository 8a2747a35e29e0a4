import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';
import type { N8nClient } from '../../../../e2e/src/client/n8n-client.ts';
import { poll } from '../../../../e2e/src/client/poll.ts';
import { bodyOf, sizes } from '../bodies.ts';
import type { Target } from './triggers.ts';

/** What one trigger did in one turn. */
export interface Turn {
  /** Executions that ended, a second. n8n answers before it executes, so that counting answers would flatter. */
  readonly perSecond: number;
  /** Milliseconds until the answer. */
  readonly p50: number;
  readonly p99: number;
}

/** Deliveries that are under way at the same time. */
export const connections = 10;

/** Seconds that autocannon waits for an answer; a busy machine takes its time. */
const answerTimeout = 30;

/** n8n may still be executing when all is answered. */
const endTimeoutMs = 30_000;

/**
 * Sends deliveries, each of an appointment of its own and rightly signed, and waits until all are executed.
 *
 * @throws Error when one is not taken: a server that turns deliveries away is fast
 */
export async function takeTurn(client: N8nClient, target: Target, deliveries: number): Promise<Turn> {
  const since = Date.now();
  const result = await autocannon({
    url: target.url,
    connections,
    amount: deliveries,
    timeout: answerTimeout,
    // Milliseconds between looks at whether all is sent.
    sampleInt: 100,
    requests: [{ method: 'POST', setupRequest: (request) => ({ ...request, ...signed(target) }) }],
  });
  if (result['2xx'] !== deliveries) {
    throw new Error(`${target.url} answered ${result['2xx']} of ${deliveries} deliveries with success.`);
  }
  const ends = await endsOf(client, target, deliveries, since);
  // With the first of them the pipeline fills. How long it is shows in the latency.
  const [first = NaN, last = NaN] = [ends[connections - 1], ends.at(-1)];
  const { p50, p99 } = result.latency;
  return { perSecond: ((deliveries - connections) * 1_000) / (last - first), p50, p99 };
}

function signed(target: Target) {
  const body = appointment.replace(id, randomUUID());
  return { body, headers: { 'content-type': 'application/json', ...target.signatureOf(body) } };
}

const appointment = bodyOf(sizes[0].bytes).toString();
const { id } = (JSON.parse(appointment) as { data: { id: string } }).data;

interface Times {
  readonly startedAt: string;
  readonly stoppedAt: string;
}

/** When the executions of a turn ended, the earliest first. */
async function endsOf(
  { connection }: N8nClient,
  { workflowId }: Target,
  count: number,
  since: number,
): Promise<number[]> {
  const query = new URLSearchParams({ workflowId, status: 'success', limit: String(count) });
  const ask = async () => {
    const { data } = await connection.api<{ data: Times[] }>('GET', `/executions?${query}`);
    const ended = data.filter(({ startedAt }) => Date.parse(startedAt) >= since);
    return ended.length === count ? ended : undefined;
  };
  const ended = await poll(ask, { timeout: endTimeoutMs, what: `${count} successful executions` });
  return ended.map(({ stoppedAt }) => Date.parse(stoppedAt)).sort((left, right) => left - right);
}
