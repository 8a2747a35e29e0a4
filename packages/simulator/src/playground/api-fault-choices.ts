import type { ApiFaultRule } from '../api-faults/rule.ts';

export interface ApiFaultChoice {
  /** One or two words. */
  readonly label: string;
  readonly description: string;
  readonly rule: ApiFaultRule;
}

/** What the page offers to go wrong with the API while a host fetches related records. */
export const apiFaultChoices: Readonly<Record<string, ApiFaultChoice>> = {
  slow: {
    label: 'Slow',
    description: 'Every answer takes a second.',
    rule: { fault: { kind: 'slow', milliseconds: 1_000 } },
  },
  throttled: {
    label: 'Rate limit',
    description: 'The first request is told to wait a second (429).',
    rule: { fault: { kind: 'throttled', retryAfter: 1 }, times: 1 },
  },
  down: {
    label: 'Down',
    description: 'Every answer is 503.',
    rule: { fault: { kind: 'status', status: 503, message: 'Service unavailable' } },
  },
  forbidden: {
    label: 'No access',
    description: 'Every answer is 403.',
    rule: { fault: { kind: 'status', status: 403, message: 'Forbidden' } },
  },
  html: {
    label: 'Login page',
    description: 'A web page answers in place of the API.',
    rule: { fault: { kind: 'html' } },
  },
};
