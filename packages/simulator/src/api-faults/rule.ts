import { z } from 'zod/v4';

/** Ways in which a REST API fails its callers. Times are real: whoever calls lives in real time. */
const apiFault = z.discriminatedUnion('kind', [
  /** The right answer, late. */
  z.strictObject({ kind: z.literal('slow'), milliseconds: z.number().min(0).max(600_000) }),
  /** 429. `retryAfter` is in seconds and sent in one of its two forms (RFC 9110, 10.2.3); null leaves it out. */
  z.strictObject({
    kind: z.literal('throttled'),
    retryAfter: z.number().int().min(0).nullable().default(1),
    form: z.enum(['seconds', 'date']).default('seconds'),
    message: z.string().default('Too many requests'),
  }),
  /** Any status with a JSON error body. */
  z.strictObject({
    kind: z.literal('status'),
    status: z.number().int().min(400).max(599),
    message: z.string().default('Something went wrong'),
    /** Seconds; null leaves it out. */
    retryAfter: z.number().int().min(0).nullable().default(null),
  }),
  /** 200 with a login page, as proxies and wrong base URLs answer. */
  z.strictObject({ kind: z.literal('html') }),
  /** 200 without a body. */
  z.strictObject({ kind: z.literal('empty') }),
  /** 200 with any text, called by any type. */
  z.strictObject({
    kind: z.literal('text'),
    body: z.string(),
    contentType: z.string().min(1).default('text/plain'),
  }),
  /** The right answer, called by another type. */
  z.strictObject({ kind: z.literal('mislabelled'), contentType: z.string().min(1).default('text/html') }),
  /** 200 with JSON that ends halfway. */
  z.strictObject({ kind: z.literal('malformed') }),
  z.strictObject({
    kind: z.literal('redirect'),
    location: z.url(),
    status: z.union([z.literal(301), z.literal(302), z.literal(307), z.literal(308)]).default(302),
  }),
  /** The connection ends without an answer. */
  z.strictObject({ kind: z.literal('cut') }),
  /** The request takes effect, and then the connection ends without an answer. */
  z.strictObject({ kind: z.literal('lost') }),
  /** The connection stays open, and no answer ever comes. */
  z.strictObject({ kind: z.literal('silent') }),
  /** 200 with JSON that begins and never goes on. */
  z.strictObject({ kind: z.literal('stalled') }),
]);

/** Which fault meets which requests. */
export const apiFaultRule = z.strictObject({
  fault: apiFault,
  /** Beginning of the path below the platform, e.g. `/v1/patients`. Default: every path of the API. */
  path: z.string().startsWith('/').optional(),
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).optional(),
  /** Only requests with all of these headers, such as those that carry a token: a login carries none. */
  headers: z.array(z.string().min(1)).optional(),
  /** For the next so many requests. Default: until removed. */
  times: z.number().int().min(1).optional(),
});

export type ApiFault = z.output<typeof apiFault>;
export type ApiFaultRule = z.input<typeof apiFaultRule>;
