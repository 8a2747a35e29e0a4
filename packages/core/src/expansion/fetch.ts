import type { Connection } from '../connection.ts';
import { type ErrorCode, type ErrorFacts, TriggerError } from '../errors.ts';
import { type Client, converse } from '../http/client.ts';
import type { Exchange } from '../http/exchange.ts';
import { asObject, type JsonObject, type JsonValue } from '../json.ts';
import type { Platform } from '../platform.ts';
import { isWhole, type Plan, type PlannedRelation } from './plan.ts';
import { runPool } from './pool.ts';
import { isPermanent } from './status.ts';

export interface FetchOptions {
  readonly platform: Platform;
  readonly connection: Connection;
}

/** The related object, or why there is none. */
export type Fetched =
  { readonly value: JsonValue } | { readonly code: ErrorCode; readonly facts: ErrorFacts };

/** Requests under way at the same time. */
const concurrency = 4;

function toFetch(plan: Plan): PlannedRelation[] {
  return plan.relations.filter((relation) => relation.state === 'to-fetch');
}

/** Names a related entity within a delivery. */
export function keyOf(planned: PlannedRelation): string {
  return `${planned.name} ${planned.id}`;
}

/** Asks for all missing relations of an entity at once, where the platform can tell them together. */
export async function fetchTogether(
  plans: readonly Plan[],
  fetched: Map<string, Fetched>,
  options: FetchOptions,
  client: Client,
): Promise<void> {
  const { platform, connection } = options;
  let helps = true;
  await runPool(plans, concurrency, async (plan) => {
    if (!helps) return;
    const wanted = toFetch(plan).filter((planned) => !fetched.has(keyOf(planned)));
    if (wanted.length === 0) return;
    const names = wanted.map((planned) => planned.name);
    const exchange = platform.expandTogether?.(plan.event.entity, names, connection);
    if (exchange == null) return;
    const answer = await attempt(exchange, client);
    const before = fetched.size;
    for (const planned of wanted) {
      if ('value' in answer) {
        const found = pickRelated(asObject(answer.value), planned);
        if (found !== null) fetched.set(keyOf(planned), { value: found });
      } else if (!isPermanent(answer.code) && !fetched.has(keyOf(planned))) {
        // The API is down, or shut to us: asking it again for every relation would not help anyone.
        fetched.set(keyOf(planned), answer);
      }
    }
    // An API that gives references only does not know the query: the other events need not ask as well.
    if (fetched.size === before) helps = false;
  });
}

/** The related object from an expanded entity, unless it is only a reference or belongs to another id. */
function pickRelated(entity: JsonObject, planned: PlannedRelation): JsonValue | null {
  const belongs = planned.relation.id(entity) === planned.id;
  return belongs && isWhole(entity, planned.relation) ? (entity[planned.relation.key] ?? null) : null;
}

/** Fetches every distinct entity that is still missing, once. */
export async function fetchSingly(
  plans: readonly Plan[],
  fetched: Map<string, Fetched>,
  options: FetchOptions,
  client: Client,
): Promise<void> {
  const missing = new Map<string, PlannedRelation>();
  for (const planned of plans.flatMap(toFetch)) {
    if (!fetched.has(keyOf(planned))) missing.set(keyOf(planned), planned);
  }
  await runPool([...missing.values()], concurrency, async (planned) => {
    const exchange = planned.relation.fetch(planned.id ?? '', options.connection);
    fetched.set(keyOf(planned), await attempt(exchange, client));
  });
}

async function attempt(exchange: Exchange<JsonValue>, client: Client): Promise<Fetched> {
  try {
    return { value: await converse(exchange, client) };
  } catch (error) {
    if (error instanceof TriggerError) return { code: error.code, facts: error.facts };
    throw error;
  }
}
