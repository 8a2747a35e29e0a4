import type { ApiFaultRule } from '../../src/index.ts';

/** In every answer that has a text: nobody may ever be shown it. */
export const canary = 'canary-of-the-answer';

/** Where redirects lead: it stands for the address of a server that must never be asked. */
export const elsewhere = 'https://elsewhere.example.org';

/** A way in which an API fails its callers. */
export interface Fault {
  /** As the docs name it. */
  readonly label: string;
  readonly what: string;
  /** What the API answers to authorised requests. Left out where it is the token that fails. */
  readonly answer?: ApiFaultRule['fault'];
  /** How many requests it meets; left out for all. */
  readonly times?: number;
  /** Only the caller's own deadline ends it. */
  readonly endless?: true;
  /** When the token ends that the host holds. */
  readonly tokenEnds?: 'before' | 'midway';
  /** No other token is given out. */
  readonly loginDown?: true;
}

const hour = 3_600;

function status(code: number, what: string, retryAfter: number | null = null): Fault {
  return { label: String(code), what, answer: { kind: 'status', status: code, message: canary, retryAfter } };
}

function throttled(retryAfter: number | null, form: 'seconds' | 'date' = 'seconds'): ApiFaultRule['fault'] {
  return { kind: 'throttled', retryAfter, form, message: canary };
}

function text(contentType: string, body: string): ApiFaultRule['fault'] {
  return { kind: 'text', contentType, body };
}

/** The rows of the matrix. Where faults are told apart by nothing but a number, most ask for no pause, to be quick. */
export const faults = {
  none: { label: 'no fault', what: 'the API answers as it should' },
  '400': status(400, 'the request is malformed'),
  '401': status(401, 'the key or token is not taken, nor is a new one'),
  '403': status(403, 'access is refused'),
  '404': status(404, 'nothing is there'),
  '409': status(409, 'there is a conflict'),
  '410': status(410, 'it is there no longer'),
  '422': status(422, 'the request cannot be processed'),
  '429': { label: '429', what: 'slow down, without `Retry-After`', answer: throttled(null) },
  '429-once': {
    label: '429 once (seconds)',
    what: 'slow down for a second, in seconds',
    answer: throttled(1),
    times: 1,
  },
  '429-once-date': {
    label: '429 once (date)',
    what: 'slow down for a second, as an HTTP date',
    answer: throttled(1, 'date'),
    times: 1,
  },
  '429-hour': {
    label: '429 for an hour (seconds)',
    what: 'slow down for an hour, in seconds',
    answer: throttled(hour),
  },
  '429-hour-date': {
    label: '429 for an hour (date)',
    what: 'slow down for an hour, as an HTTP date',
    answer: throttled(hour, 'date'),
  },
  '500': status(500, 'the API has a fault'),
  '502': status(502, 'what stands before the API does not reach it', 0),
  '503': status(503, 'the API is down', 0),
  '503-once': { ...status(503, 'the API is down for a moment', 0), label: '503 once', times: 1 },
  html: {
    label: 'HTML page',
    what: 'a login or error page with status 200',
    answer: text('text/html', `<!DOCTYPE html><title>${canary}</title>`),
  },
  xml: {
    label: 'wrong content type',
    what: 'XML with status 200',
    answer: text('application/xml', `<?xml version="1.0"?><answer>${canary}</answer>`),
  },
  mislabelled: {
    label: 'wrong label',
    what: 'the right JSON, called text/html',
    answer: { kind: 'mislabelled' },
  },
  empty: { label: 'empty body', what: 'status 200 without a body', answer: { kind: 'empty' } },
  half: {
    label: 'half an answer',
    what: 'JSON that ends halfway',
    answer: text('application/json', `{"data":{"id":"${canary}`),
  },
  unrelated: {
    label: 'unrelated JSON',
    what: 'JSON that is not what was asked for',
    answer: text('application/json', `{"${canary}":true}`),
  },
  cut: { label: 'cut connection', what: 'the connection ends without an answer', answer: { kind: 'cut' } },
  'cut-once': {
    label: 'cut once',
    what: 'it ends without an answer for a moment',
    answer: { kind: 'cut' },
    times: 1,
  },
  lost: {
    label: 'answer lost',
    what: 'the request takes effect, and the connection ends without an answer, once',
    answer: { kind: 'lost' },
    times: 1,
  },
  silent: {
    label: 'never answers',
    what: 'the connection stays open and nothing comes',
    answer: { kind: 'silent' },
    endless: true,
  },
  stalled: {
    label: 'never ends',
    what: 'the answer begins and does not go on',
    answer: { kind: 'stalled' },
    endless: true,
  },
  redirect: {
    label: 'redirect',
    what: '307 to another host',
    answer: { kind: 'redirect', location: `${elsewhere}/api`, status: 307 },
  },
  'token-ended': {
    label: 'token ended',
    what: 'the token of before is no longer taken',
    tokenEnds: 'before',
  },
  'token-ends-midway': {
    label: 'token ends midway',
    what: 'the token is no longer taken after the first request',
    tokenEnds: 'midway',
  },
  'login-down': {
    label: 'login down',
    what: 'the token is no longer taken, and the token endpoint answers 503',
    tokenEnds: 'before',
    loginDown: true,
  },
} as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof faults;
