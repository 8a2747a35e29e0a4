import { TriggerError } from '../../errors.ts';
import { statusOf } from '../../expansion/status.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import { readRows } from './rows.ts';

/**
 * `complete`: all rows are here. `truncated`: cut at the limit that the user set. `partial`: some pages could not be
 * fetched. `expired`: Halo Connect keeps the result no longer. `unfinished`: there is no result yet.
 */
export type ResultStatus = 'complete' | 'truncated' | 'partial' | 'expired' | 'unfinished';

/** What was found out about a result until nothing more was to be fetched, or could be. */
export interface Collected {
  readonly id: string;
  readonly source: 'async' | 'registered';
  /** Of the query, as the platform names it. */
  readonly queryStatus: string | null;
  /** The data of each page that was fetched, in order. */
  readonly pages: readonly string[];
  readonly pagesTotal: number | null;
  readonly rowsTotal: number | null;
  readonly parameters: JsonValue;
  /** Why pages are missing, or null. */
  readonly missing: string | null;
  /** Pages were left out because of the user's limit. */
  readonly limited: boolean;
}

/** How much of a result is wanted. */
export interface ResultLimits {
  /** 0 stands for no limit. */
  readonly maxRows: number;
  readonly rawData: boolean;
}

/** One shape for the results of async and of registered queries. */
export function shapeResult(found: Collected, limits: ResultLimits): JsonObject {
  const { rows, text } = readRows(found.pages);
  const kept = limits.maxRows === 0 ? rows : rows.slice(0, limits.maxRows);
  const truncated = found.limited || kept.length < rows.length;
  return {
    id: found.id,
    source: found.source,
    status: statusOfResult(found, truncated),
    queryStatus: found.queryStatus,
    truncated,
    missing: found.missing,
    rowCount: kept.length,
    rowsTotal: found.rowsTotal,
    pageCount: found.pages.length,
    pagesTotal: found.pagesTotal,
    rows: kept,
    text,
    parameters: found.parameters,
    ...(limits.rawData ? { base64: [...found.pages] } : {}),
  };
}

function statusOfResult({ missing, pages }: Collected, truncated: boolean): ResultStatus {
  if (missing === 'expired' && pages.length === 0) return 'expired';
  if (missing === 'unfinished' && pages.length === 0) return 'unfinished';
  if (missing !== null) return 'partial';
  return truncated ? 'truncated' : 'complete';
}

/** Names what was in the way of a page. A result that is kept no longer is answered with 410. */
export function reasonOf(error: TriggerError): string {
  return error.facts.status === 410 ? 'expired' : statusOf(error.code);
}
