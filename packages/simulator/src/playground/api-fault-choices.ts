import type { ApiFaultRule } from '../http/api-fault.ts';

/** What the page offers to go wrong with the API. */
export const apiFaultChoices: Readonly<
  Record<string, { readonly label: string; readonly rule: ApiFaultRule }>
> = {
  slow: { label: 'Every answer takes a second', rule: { fault: { kind: 'slow', milliseconds: 1_000 } } },
  throttled: {
    label: 'The first request is told to wait a second',
    rule: { fault: { kind: 'throttled', retryAfter: 1 }, times: 1 },
  },
  down: {
    label: 'It is down (503)',
    rule: { fault: { kind: 'status', status: 503, message: 'Service unavailable' } },
  },
  forbidden: {
    label: 'It refuses access (403)',
    rule: { fault: { kind: 'status', status: 403, message: 'Forbidden' } },
  },
  html: { label: 'A login page answers', rule: { fault: { kind: 'html' } } },
};
