import { type Installation, singleProcess, twoWorkers } from './installation.ts';
import type { StressPlan } from './plan.ts';

/** A way of running n8n, what is killed in it, and what may not happen then. */
export interface Mode {
  readonly start: (nodePackageTarball: string) => Promise<Installation>;
  readonly kills: StressPlan['kills'];
  /** n8n's store of processed items does not hold between two workers. */
  readonly doubles: 'allowed' | 'forbidden';
}

export const modes = {
  single: { start: singleProcess, kills: [{ process: 'main', after: 0.5 }], doubles: 'forbidden' },
  queue: {
    start: twoWorkers,
    kills: [
      { process: 'worker 1', after: 0.4 },
      { process: 'main', after: 0.6 },
    ],
    doubles: 'allowed',
  },
} as const satisfies Readonly<Record<string, Mode>>;
