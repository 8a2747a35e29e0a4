import type { Seen } from '@carehooks/core';
import type { IExecuteFunctions } from 'n8n-workflow';
import { withLock } from './lock.ts';

/** Ids that are remembered for each node; the oldest are forgotten first. Each takes two entries. */
const maxIds = 2_000;

const scope = 'node';
const options = { mode: 'entries', maxEntries: 2 * maxIds } as const;

/**
 * The memory of events that went out, in n8n's own durable store (by workflow and node; ids are stored as hashes).
 *
 * A person who retries a failed run or tests by hand wants to see the item, so there is no memory then.
 */
export function seenIn(context: IExecuteFunctions): Seen | undefined {
  const mode = context.getMode();
  if (mode === 'retry' || mode === 'manual') return undefined;
  const { checkProcessedAndRecord, removeProcessed } = context.helpers;
  const key = `${context.getWorkflow().id} ${context.getNode().id}`;
  const ownerOf = (id: string) => `${id} ${context.getExecutionId()}`;
  return {
    claim: (ids) =>
      withLock(key, async () => {
        const owners = ids.map(ownerOf);
        const { new: found } = await checkProcessedAndRecord([...ids, ...owners], scope, options);
        const unknown = new Set(found.map(String));
        // n8n 1 runs the execution of a worker that died once more: it takes up its own ids again.
        const isOurs = (id: string) => unknown.has(id) || !unknown.has(ownerOf(id));
        const repeats = ids.filter((id) => !isOurs(id));
        if (repeats.length > 0) await removeProcessed(repeats.map(ownerOf), scope, options);
        return new Set(ids.filter(isOurs));
      }),
    release: (ids) => withLock(key, () => removeProcessed([...ids, ...ids.map(ownerOf)], scope, options)),
  };
}
