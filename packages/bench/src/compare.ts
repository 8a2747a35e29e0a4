import { performance } from 'node:perf_hooks';

/** Milliseconds that a turn takes, about: many times what V8 needs to be at full speed again after another subject. */
const turnTime = 100;

/** Nanoseconds of one call of a subject, in each round. */
export type Rounds = readonly number[];

type Subject = () => unknown;

/**
 * Measures subjects in many short turns. Turns of one round lie close together: whatever else the machine does slows
 * them alike, and `medianRatio` of two subjects has little of it. Garbage counts, for whoever makes it.
 */
export async function compare<Name extends string>(
  subjects: Readonly<Record<Name, Subject>>,
  rounds = 21,
): Promise<Record<Name, Rounds>> {
  const turns = (Object.keys(subjects) as Name[]).map((name) => ({
    ...{ name, subject: subjects[name], calls: 1 },
    taken: [] as number[],
  }));
  for (const turn of turns) turn.calls = await callsInTurn(turn.subject);
  for (let round = 0; round < rounds; round += 1) {
    for (const { subject, calls, taken } of turns) taken.push((await time(subject, calls)) / calls);
  }
  return Object.fromEntries(turns.map(({ name, taken }) => [name, taken])) as unknown as Record<Name, Rounds>;
}

/** Found by doubling, which lets V8 compile the subject on the way. */
async function callsInTurn(subject: Subject): Promise<number> {
  let calls = 1;
  while ((await time(subject, calls)) < turnTime * 1e6) calls *= 2;
  return calls;
}

/** Nanoseconds for so many calls, one after the other. */
async function time(subject: Subject, calls: number): Promise<number> {
  const isAsync = subject() instanceof Promise;
  const start = performance.now();
  if (isAsync) for (let call = 0; call < calls; call += 1) await subject();
  else for (let call = 0; call < calls; call += 1) subject();
  return (performance.now() - start) * 1e6;
}
