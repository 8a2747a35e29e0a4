import type { SentDelivery } from '@carehooks/core';
import { type Check, ok, note, problem } from './check.ts';

/** What the platform's own log says. Failures of the past are told; only when the last one failed something is wrong. */
export function judgeDeliveries(sent: readonly SentDelivery[]): Check {
  const [newest] = sent;
  if (newest === undefined) return note('deliveries', 'Deliveries: the platform lists none');
  const failed = sent.filter((one) => !isDelivered(one));
  const [last] = failed;
  if (last === undefined) return ok('deliveries', `Deliveries: the last ${sent.length} arrived`);
  const answer = last.status === null ? 'without an answer' : `with ${last.status}`;
  const when = last.at === null ? '' : ` at ${last.at}`;
  const message = `Deliveries: ${failed.length} of the last ${sent.length} failed, the latest${when} ${answer}`;
  if (isDelivered(newest)) return note('deliveries', message);
  return problem('deliveries', message, hintFor(last.status));
}

function isDelivered({ status }: SentDelivery): boolean {
  return status !== null && status >= 200 && status < 300;
}

function hintFor(status: number | null): string {
  if (status === 401)
    return 'Publish the workflow, or switch the Zap, off and on, so that the webhook gets the right secret.';
  if (status === 404 || status === 410) return 'Publish the workflow or switch the Zap on.';
  return 'Look at the server of the target, and at what stands before it.';
}
