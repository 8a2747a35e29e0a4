import { type Exchange, type JsonObject, TriggerError } from '@carehooks/core';
import type { Account, Concern, LiveCheck } from '../check.ts';
import { change, confirmed, type Finding, learned, open } from '../finding.ts';
import { passing } from '../passing.ts';
import { fieldsOf, listOf, nameOf, shown, type Shown } from '../shown.ts';

const rateLimits: Concern = { file: 'packages/core/src/http/retry.ts', point: 'backoff' };

/** Belongs at the end: it looks at all answers of the run. */
export const rateLimitCheck: LiveCheck = {
  id: 'rate-limit',
  question: 'Do answers tell of a rate limit?',
  concerns: rateLimits,
  kind: 'headers',
  read(names) {
    const telling = names.filter((name) => /rate-?limit|retry-after|quota/i.test(name));
    return learned(
      telling.length === 0
        ? shown`No header of ${names.length} tells of one.`
        : shown`Told in ${listOf(telling.map(nameOf))}.`,
    );
  },
};

/** Asks for what does not exist. */
export function errorBodyCheck(
  concerns: Concern,
  pathOf: (account: Account) => readonly string[],
): LiveCheck {
  return {
    id: 'error-body',
    question: 'What is the shape of an error?',
    concerns,
    kind: 'api',
    *ask(account): Exchange<Finding> {
      const { status, body } = yield { path: pathOf(account), expect: [400, 403, 404, 422, 500] };
      return learned(shown`Answered ${status} with ${body === null ? shown`no JSON` : fieldsOf(body)}.`);
    },
  };
}

/** Fetches each related record of recent events by its id. */
export function relationsCheck(concerns: Concern): LiveCheck {
  return {
    id: 'relations',
    question: 'Which related records can be fetched by their id?',
    concerns,
    kind: 'api',
    *ask(account): Exchange<Finding> {
      const entities = yield* recentEntities(account);
      const [yes, no, none]: [Shown[], Shown[], Shown[]] = [[], [], []];
      for (const [name, relation] of Object.entries(account.platform.relations)) {
        const id = entities.map((entity) => relation.id(entity)).find((one) => one !== null);
        if (id === undefined) none.push(nameOf(name));
        else if (yield* succeeds(relation.fetch(id, account.connection))) yes.push(nameOf(name));
        else no.push(nameOf(name));
      }
      const observed = shown`Fetched: ${listOf(yes)}. Refused: ${listOf(no)}. Not in recent records: ${listOf(none)}.`;
      if (no.length > 0) return change(observed, shown`find another way to fetch ${listOf(no)}`);
      return yes.length > 0 ? confirmed(observed) : open(observed);
    },
  };
}

/** The account can be read with these settings. */
export function* canRead({ platform, connection }: Account): Exchange<boolean> {
  yield* platform.api.test(connection);
  return true;
}

/** Entities of recent events or records, newest first. */
export function* recentEntities({ platform, connection, now }: Account): Exchange<JsonObject[]> {
  const { list } = platform.samples;
  const bodies = list === undefined ? [] : yield* list(connection, now);
  const told = bodies.flatMap((body) => platform.envelope.open(body));
  return told.filter((one) => one !== null).map(({ entity }) => entity);
}

/**
 * False where the API refuses, or answers with something else.
 *
 * @throws TriggerError for a failure that may pass
 */
function* succeeds(exchange: Exchange<unknown>): Exchange<boolean> {
  try {
    yield* exchange;
    return true;
  } catch (error) {
    if (!(error instanceof TriggerError) || passing.includes(error.code)) throw error;
    return false;
  }
}
