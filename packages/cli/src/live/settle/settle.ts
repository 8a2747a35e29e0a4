import { TriggerError } from '@carehooks/core';
import { missingSettings } from '../../account/open.ts';
import { variableOf } from '../../account/variables.ts';
import type { LiveCheck } from '../check.ts';
import { type Finding, open } from '../finding.ts';
import type { Session } from '../session.ts';
import { failureOf, listOf, nameOf, shown } from '../shown.ts';
import { askApi } from './api.ts';
import { receive } from './deliveries.ts';
import { askPerson } from './person.ts';
import { tryVariants } from './variants.ts';
import { useWebhook } from './webhook.ts';

/** How each kind of check is settled, for people. */
export const ways: Readonly<Record<LiveCheck['kind'], string>> = {
  api: 'asked the API',
  variants: 'asked the API',
  headers: 'asked the API',
  webhook: 'asked the API, with a webhook of its own',
  delivery: 'received deliveries',
  person: 'asked the person',
};

/** Settles one check. What the platform refuses leaves it open; Ctrl+C and faults of ours go on up. */
export async function settle(check: LiveCheck, session: Session): Promise<Finding> {
  session.interrupted.throwIfAborted();
  try {
    return (asksApi(check) ? missing(session) : null) ?? (await settleByKind(check, session));
  } catch (error) {
    if (error instanceof TriggerError) return open(failureOf(error));
    throw error;
  }
}

function asksApi({ kind }: LiveCheck): boolean {
  return kind === 'api' || kind === 'variants' || kind === 'webhook';
}

function missing({ platform, entered }: Session): Finding | null {
  const variables = missingSettings(platform, entered).map(({ key }) => nameOf(variableOf(platform, key)));
  return variables.length === 0 ? null : open(shown`Not asked: set ${listOf(variables)}.`);
}

function settleByKind(check: LiveCheck, session: Session): Promise<Finding> | Finding {
  switch (check.kind) {
    case 'api':
      return askApi(check, session);
    case 'variants':
      return tryVariants(check, session);
    case 'headers':
      return check.read(session.access.headerNames);
    case 'webhook':
      return useWebhook(check, session);
    case 'delivery':
      return receive(check, session);
    case 'person':
      return askPerson(check, session);
  }
}
