import type { Seen } from '@carehooks/core';
import type { IExecuteFunctions } from 'n8n-workflow';
import { withLock } from './lock.ts';

/** Ids that are remembered for each node; the oldest are forgotten first. */
const maxEntries = 2_000;

const scope = 'node';

/**
 * The memory of events that went out, in n8n's own durable store (by workflow and node; ids are stored as hashes).
 *
 * A person who retries a failed run or tests by hand wants to see the item, so there is no memory then.
 */
export function seenIn(context: IExecuteFunctions): Seen | undefined {
  const mode = context.getMode();
  if (mode === 'retry' || mode === 'manual') return undefined;
  const options = { mode: 'entries', maxEntries } as const;
  const key = `${context.getWorkflow().id} ${context.getNode().id}`;
  return {
    claim: (ids) =>
      withLock(key, async () => {
        const outcome = await context.helpers.checkProcessedAndRecord([...ids], scope, options);
        return new Set(outcome.new.map(String));
      }),
    release: (ids) => withLock(key, () => context.helpers.removeProcessed([...ids], scope, options)),
  };
}
