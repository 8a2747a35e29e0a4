import { TriggerError } from '@carehooks/core';
import type { TryVariants, Variant } from '../check.ts';
import { change, confirmed, type Finding, open } from '../finding.ts';
import { passing } from '../passing.ts';
import type { Session } from '../session.ts';
import { failureOf, listOf, shown, type Shown } from '../shown.ts';

interface Trial {
  readonly variant: Variant;
  readonly works: boolean;
  readonly failure: TriggerError | null;
}

type Trying = Pick<Session, 'access' | 'entered' | 'interrupted'>;

/** Our default is right if it works, whatever else does. */
export async function tryVariants(check: TryVariants, session: Trying): Promise<Finding> {
  if (check.applies?.(session.entered) === false) return open(check.otherwise ?? shown`Not tried here.`);
  const trials: Trial[] = [];
  for (const variant of check.variants) {
    session.interrupted.throwIfAborted();
    trials.push(await tryOne(variant, check, session));
  }
  return judge(trials);
}

async function tryOne(variant: Variant, check: TryVariants, { access }: Trying): Promise<Trial> {
  try {
    const account = await access.account(variant.settings);
    return { variant, works: await access.read(check.probe(account), account), failure: null };
  } catch (error) {
    if (!(error instanceof TriggerError)) throw error;
    return { variant, works: false, failure: error };
  }
}

function judge(trials: readonly Trial[]): Finding {
  const observed = shown`Works: ${labels(trials, true)}. Does not: ${labels(trials, false)}.`;
  const [preset] = trials;
  const failure = preset?.failure ?? null;
  if (preset?.works === true) return confirmed(observed);
  if (failure !== null && passing.includes(failure.code)) return open(failureOf(failure));
  const working = trials.find(({ works }) => works);
  if (working !== undefined) return change(observed, shown`make ${working.variant.label} the default`);
  return open(failure === null ? observed : shown`${observed} ${failureOf(failure)}`);
}

function labels(trials: readonly Trial[], works: boolean): Shown {
  return listOf(trials.filter((trial) => trial.works === works).map(({ variant }) => variant.label));
}
