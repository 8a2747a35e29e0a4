import type { Definition, Found } from './definition.ts';

/**
 * One of the checks that Zapier makes of a definition.
 *
 * https://docs.zapier.com/platform/publish/integration-checks-reference
 */
export interface Rule {
  /** Zapier's number for it. */
  readonly id: string;
  readonly title: string;
  find(definition: Definition): Finding[];
}

export interface Finding {
  /** Dotted path to what breaks the rule. */
  readonly where: string;
  readonly problem: string;
}

/** A finding for each thing that a test is true of. */
export function each<Thing>(
  things: ReadonlyArray<Found<Thing>>,
  isBroken: (thing: Thing) => boolean,
  problem: string,
): Finding[] {
  return things.filter(({ thing }) => isBroken(thing)).map(({ where }) => ({ where, problem }));
}
