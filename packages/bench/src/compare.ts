import { measure } from 'mitata';

/** Nanoseconds that each subject is measured for, in each round. */
const time = 40_000_000;

/**
 * Nanoseconds of one call of each subject: the median within a round, the best of all rounds. The subjects take turns
 * within a round, so that whatever else the machine does slows them all alike.
 */
export async function compare<Name extends string>(
  subjects: Readonly<Record<Name, () => unknown>>,
  rounds = 7,
): Promise<Record<Name, number>> {
  const names = Object.keys(subjects) as Name[];
  const best = Object.fromEntries(names.map((name) => [name, Infinity])) as Record<Name, number>;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const { p50 } = await measure(subjects[name], { min_cpu_time: time });
      best[name] = Math.min(best[name], p50);
    }
  }
  return best;
}
