import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type {
  DeduplicationItemTypes,
  DeduplicationScope,
  ICheckProcessedContextData,
  ICheckProcessedOptions,
  IDataDeduplicator,
  IDeduplicationOutput,
} from 'n8n-workflow';
import { core } from './runtime.ts';

interface Row {
  mode: string;
  data: string[];
}

/**
 * n8n's `processed_data` table: one JSON value per workflow and node. Every access takes a turn of the event loop,
 * as a database would, so that two executions can read the same row before either has written it back.
 */
export class ProcessedDataTable {
  readonly #rows = new Map<string, string>();

  async find(key: string): Promise<Row | undefined> {
    await nextTurn();
    const stored = this.#rows.get(key);
    return stored === undefined ? undefined : (JSON.parse(stored) as Row);
  }

  async insert(key: string, row: Row): Promise<void> {
    await nextTurn();
    if (this.#rows.has(key)) throw new Error('UNIQUE constraint failed: processed_data.workflowId, context');
    this.#rows.set(key, JSON.stringify(row));
  }

  async update(key: string, row: Row): Promise<void> {
    await nextTurn();
    if (this.#rows.has(key)) this.#rows.set(key, JSON.stringify(row));
  }

  async delete(key: string): Promise<void> {
    await nextTurn();
    this.#rows.delete(key);
  }
}

type Values = DeduplicationItemTypes[];

const hash = (value: DeduplicationItemTypes) => createHash('md5').update(value.toString()).digest('base64');

function dropOldest(data: string[], options: ICheckProcessedOptions): void {
  if (options.maxEntries) data.splice(0, data.length - options.maxEntries);
}

function assertSameMode(row: Row | undefined, options: ICheckProcessedOptions): void {
  if (options.mode !== 'entries')
    throw new Error(`The harness deduplicates by entries only, not ${options.mode}`);
  if (row && row.mode !== options.mode) throw new Error('Deduplication data was saved in another mode');
}

/** n8n's store behind `checkProcessedAndRecord` and its siblings: read, decide, write back, without a lock. */
class TableDeduplicator implements IDataDeduplicator {
  readonly #tables = new WeakMap<object, ProcessedDataTable>();

  connect(workflow: object, table: ProcessedDataTable): void {
    this.#tables.set(workflow, table);
  }

  async checkProcessedAndRecord(
    items: Values,
    scope: DeduplicationScope,
    context: ICheckProcessedContextData,
    options: ICheckProcessedOptions,
  ): Promise<IDeduplicationOutput> {
    const { table, key } = this.#locate(scope, context);
    const row = await table.find(key);
    assertSameMode(row, options);
    const data = row?.data ?? [];
    const known = new Set(data);
    const output: IDeduplicationOutput = { new: [], processed: [] };
    for (const item of items) {
      // Compared with what was stored before this call: n8n lets repeats within one call through.
      if (known.has(hash(item))) output.processed.push(item);
      else {
        output.new.push(item);
        data.push(hash(item));
      }
    }
    dropOldest(data, options);
    await (row ? table.update(key, { ...row, data }) : table.insert(key, { mode: options.mode, data }));
    return output;
  }

  async removeProcessed(
    items: Values,
    scope: DeduplicationScope,
    context: ICheckProcessedContextData,
    options: ICheckProcessedOptions,
  ): Promise<void> {
    const { table, key } = this.#locate(scope, context);
    assertSameMode(undefined, options);
    const row = await table.find(key);
    if (!row) return;
    for (const item of items) {
      const index = row.data.indexOf(hash(item));
      if (index !== -1) row.data.splice(index, 1);
    }
    await table.update(key, row);
  }

  async clearAllProcessedItems(
    scope: DeduplicationScope,
    context: ICheckProcessedContextData,
  ): Promise<void> {
    const { table, key } = this.#locate(scope, context);
    await table.delete(key);
  }

  async getProcessedDataCount(
    scope: DeduplicationScope,
    context: ICheckProcessedContextData,
    options: ICheckProcessedOptions,
  ): Promise<number> {
    const { table, key } = this.#locate(scope, context);
    const row = await table.find(key);
    return options.mode === 'entries' ? (row?.data.length ?? 0) : 0;
  }

  #locate(scope: DeduplicationScope, { workflow, node }: ICheckProcessedContextData) {
    const table = this.#tables.get(workflow);
    if (!table) throw new Error(`Workflow ${workflow.id} has no deduplication table`);
    if (scope === 'node' && !node) throw new Error("Scope 'node' needs a node");
    return { table, key: `${workflow.id} ${scope === 'node' ? `n:${node?.id}` : ''}` };
  }
}

const deduplicator = new TableDeduplicator();
// n8n-core has one deduplication service per process; workflows find their own table in it.
void core.DataDeduplicationService.init(deduplicator);

/** Makes the deduplication helpers of contexts over `workflow` work on `table`. */
export function connectDeduplication(workflow: object, table: ProcessedDataTable): void {
  deduplicator.connect(workflow, table);
}
