import type { Shown } from './shown.ts';

/**
 * `confirmed`: our default is right. `change`: another default would be better. `learned`: something that no default
 * depends on. `open`: not settled.
 */
export type Verdict = 'confirmed' | 'change' | 'learned' | 'open';

/** What a check has found out. */
export interface Finding {
  readonly verdict: Verdict;
  readonly observed: Shown;
  /** What to do about the default. */
  readonly change?: Shown;
}

export function confirmed(observed: Shown): Finding {
  return { verdict: 'confirmed', observed };
}

export function learned(observed: Shown): Finding {
  return { verdict: 'learned', observed };
}

export function open(observed: Shown): Finding {
  return { verdict: 'open', observed };
}

export function change(observed: Shown, to: Shown): Finding {
  return { verdict: 'change', observed, change: to };
}
