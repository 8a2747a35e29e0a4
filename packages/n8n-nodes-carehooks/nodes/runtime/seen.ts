import type { Seen } from '@carehooks/core';
import type { IExecuteFunctions } from 'n8n-workflow';
import { type Commit, GroupCommit } from './group-commit.ts';
import { clock } from './ports.ts';

/** Ids that are remembered for each node; the oldest are forgotten first. Each takes two entries. */
const maxIds = 2_000;

const scope = 'node';
const options = { mode: 'entries', maxEntries: 2 * maxIds } as const;

interface Change {
  readonly kind: 'claim' | 'release';
  readonly ids: readonly string[];
  readonly ownerOf: (id: string) => string;
}

/** Milliseconds. A delivery by itself waits for nothing, and the sender of a flood has its answers before this. */
const betweenTurns = 200;

/**
 * n8n's store is one row for each node, which is read, changed and written back. Executions at the same time would forget
 * each other's ids, so they take turns. A turn costs the same however much it changes: in a flood many share one.
 */
const turns = new GroupCommit<Change, ReadonlySet<string>>(betweenTurns, clock.sleep);

/**
 * The memory of events that went out, in n8n's own durable store (by workflow and node; ids are stored as hashes).
 *
 * A person who retries a failed run or tests by hand wants to see the item, so there is no memory then.
 */
export function seenIn(context: IExecuteFunctions): Seen | undefined {
  const mode = context.getMode();
  if (mode === 'retry' || mode === 'manual') return undefined;
  const key = `${context.getWorkflow().id} ${context.getNode().id}`;
  const ownerOf = (id: string) => `${id} ${context.getExecutionId()}`;
  const commit = commitTo(context.helpers);
  return {
    claim: (ids) => turns.submit(key, { kind: 'claim', ids, ownerOf }, commit),
    async release(ids) {
      await turns.submit(key, { kind: 'release', ids, ownerOf }, commit);
    },
  };
}

/** What is released is free for those who claim it in the same turn. */
function commitTo({
  checkProcessedAndRecord,
  removeProcessed,
}: IExecuteFunctions['helpers']): Commit<Change, ReadonlySet<string>> {
  const remove = async (entries: string[]) => {
    if (entries.length > 0) await removeProcessed(entries, scope, options);
  };
  const record = async (entries: string[]) => {
    if (entries.length === 0) return new Set<string>();
    const { new: found } = await checkProcessedAndRecord(entries, scope, options);
    return new Set(found.map(String));
  };
  return async (changes) => {
    await remove(changes.filter(({ kind }) => kind === 'release').flatMap(entriesOf));
    const claims = changes.filter(({ kind }) => kind === 'claim');
    const unknown = await record([...new Set(claims.flatMap(entriesOf))]);
    const granted = grant(claims, unknown);
    await remove(claims.flatMap(({ ids, ownerOf }, index) => repeats(ids, granted[index]).map(ownerOf)));
    return changes.map((change) => granted[claims.indexOf(change)] ?? new Set());
  };
}

/** Both the id, and the id with the execution that claims it. */
function entriesOf({ ids, ownerOf }: Change): string[] {
  return [...ids, ...ids.map(ownerOf)];
}

/** The ids that each claim gets: those that nobody had before, and nobody before it in this turn. */
function grant(claims: readonly Change[], unknown: ReadonlySet<string>): Array<ReadonlySet<string>> {
  const taken = new Set<string>();
  return claims.map(({ ids, ownerOf }) => {
    // n8n 1 runs the execution of a worker that died once more: it takes up its own ids again.
    const isOurs = (id: string) => (unknown.has(id) && !taken.has(id)) || !unknown.has(ownerOf(id));
    const ours = new Set(ids.filter(isOurs));
    for (const id of ours) taken.add(id);
    return ours;
  });
}

function repeats(ids: readonly string[], ours: ReadonlySet<string> = new Set()): string[] {
  return ids.filter((id) => !ours.has(id));
}
