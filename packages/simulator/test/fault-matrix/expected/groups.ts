import type { FaultName } from '../faults.ts';

/** Over at once, or within a second. */
export const passing = [
  'none',
  'mislabelled',
  '429-once',
  '429-once-date',
] as const satisfies readonly FaultName[];

/** Over within a second as well, but the request may have taken effect: only what does no harm is sent again. */
export const doubtful = ['503-once', 'cut-once', 'lost'] as const satisfies readonly FaultName[];

export const throttling = ['429', '429-hour', '429-hour-date'] as const satisfies readonly FaultName[];

export const down = ['500', '502', '503'] as const satisfies readonly FaultName[];

/** No JSON. */
export const garbled = ['html', 'xml', 'half'] as const satisfies readonly FaultName[];

/** Nothing of what was asked for. */
export const empty = ['empty', 'unrelated'] as const satisfies readonly FaultName[];

export const endless = ['silent', 'stalled'] as const satisfies readonly FaultName[];
