import type { Connection } from '../connection.ts';
import { type ErrorCode, type ErrorFacts, TriggerError } from '../errors.ts';
import type { CareEvent } from '../event.ts';
import type { Client } from '../http/client.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../json.ts';
import type { Platform } from '../platform.ts';
import type { Log } from '../ports.ts';
import { fetchSingly, fetchTogether, type Fetched, keyOf } from './fetch.ts';
import { type Plan, type PlannedRelation, planRelations } from './plan.ts';
import { type ExpansionStatus, isPermanent, statusOf } from './status.ts';

export interface Expanded {
  readonly event: CareEvent;
  readonly entity: JsonObject;
  readonly report: Readonly<Record<string, ExpansionStatus>>;
}

export interface ExpansionOptions {
  readonly platform: Platform;
  readonly connection: Connection;
  readonly relations: readonly string[];
  /** `keep`: what cannot be fetched is left out, and the item says why. `fail`: the whole delivery fails. */
  readonly onFailure: 'keep' | 'fail';
  readonly log?: Log;
}

/**
 * Fetches the chosen relations of all events of a delivery: first those that come in one request together, then each
 * distinct entity that is still missing once. What no event points to may be told by what was fetched, such as the
 * client of a ticket, so it is looked for a second time.
 *
 * @throws TriggerError when a relation cannot be fetched for now and the policy is `fail`
 */
export async function expand(
  events: readonly CareEvent[],
  options: ExpansionOptions,
  client: Client,
): Promise<Expanded[]> {
  const fetched = new Map<string, Fetched>();
  const { platform, relations } = options;
  const plans = events.map((event) => ({ event, relations: planRelations(event, platform, relations) }));
  const once = await carryOut(plans, fetched, options, client);
  const again = await carryOut(
    once.map((one) => planAbsent(one, platform)),
    fetched,
    options,
    client,
  );
  return again.map((one, index) => ({ ...one, report: { ...once[index]?.report, ...one.report } }));
}

function planAbsent({ event, entity, report }: Expanded, platform: Platform): Plan {
  const absent = Object.keys(report).filter((name) => report[name] === 'absent');
  const grown = { ...event, entity };
  return { event: grown, relations: planRelations(grown, platform, absent) };
}

async function carryOut(
  plans: readonly Plan[],
  fetched: Map<string, Fetched>,
  options: ExpansionOptions,
  client: Client,
): Promise<Expanded[]> {
  await fetchTogether(plans, fetched, options, client);
  await fetchSingly(plans, fetched, options, client);
  return plans.map((plan) => assemble(plan, fetched, options));
}

function assemble(plan: Plan, fetched: ReadonlyMap<string, Fetched>, options: ExpansionOptions): Expanded {
  const report: Record<string, ExpansionStatus> = {};
  const additions: JsonObject = {};
  for (const planned of plan.relations) {
    const answer = planned.state === 'to-fetch' ? fetched.get(keyOf(planned)) : undefined;
    if (planned.state !== 'to-fetch') {
      report[planned.name] = planned.state;
    } else if (answer !== undefined && 'value' in answer) {
      report[planned.name] = 'ok';
      additions[planned.relation.key] = mergeRecord(plan.event.entity[planned.relation.key], answer.value);
    } else if (answer !== undefined) {
      report[planned.name] = statusOf(answer.code);
      reportGap(planned, answer.code, answer.facts, options);
    }
  }
  return { event: plan.event, entity: { ...plan.event.entity, ...additions }, report };
}

function reportGap(planned: PlannedRelation, code: ErrorCode, facts: ErrorFacts, options: ExpansionOptions) {
  if (options.onFailure === 'fail' && !isPermanent(code)) {
    throw new TriggerError(code, { ...facts, relation: planned.name });
  }
  options.log?.({
    code,
    relation: planned.name,
    ...(facts.status === undefined ? {} : { status: facts.status }),
  });
}

/** The fetched record, with fields of the payload's reference that it does not have. */
function mergeRecord(reference: JsonValue | undefined, value: JsonValue): JsonValue {
  return isJsonObject(reference) && isJsonObject(value) ? { ...reference, ...value } : value;
}
