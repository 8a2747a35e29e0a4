import type { Call } from './call.ts';
import { binding, changing, lookingFor, making } from './publishing.ts';
import { choosing, loggingIn, polling, sampling, testing } from './reading.ts';
import { failing, goingOn } from './related.ts';
import { lookingAgain, removing } from './unpublishing.ts';

/** Everything that hosts ask of an API. */
export const calls = {
  ...{ goingOn, failing },
  ...{ testing, loggingIn, choosing, polling, sampling },
  ...{ lookingFor, making, binding, changing },
  ...{ lookingAgain, removing },
} satisfies Record<string, Call>;

export type CallName = keyof typeof calls;
