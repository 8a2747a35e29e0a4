import { z } from 'zod/v4';
import { faultNames } from '../../delivery/fault.ts';

const subscriptionKey = z.string().min(1);

/** What Halo Connect's documentation leaves open, what its portal shows, and what may go wrong with it. */
export const haloConnectSettings = z.strictObject({
  webhook: z.strictObject({
    /** What the text of the secret stands for. */
    secretEncoding: z.enum(['utf8', 'base64', 'hex']),
    /** Whether a retry is signed anew with the time of its own sending. */
    renewTimestamp: z.boolean(),
  }),
  delivery: z.strictObject({
    attempts: z.number().int().min(1).max(20),
    /** Milliseconds that the receiver has, in real time. */
    timeout: z.number().int().min(1),
    /** Milliseconds of the shortest and of the longest pause between attempts, divided by the clock factor. */
    firstPause: z.number().min(0),
    longestPause: z.number().min(0),
    /** Faults of every delivery, beside those that are asked for when firing. */
    faults: z.array(z.enum(faultNames)),
  }),
  api: z.strictObject({
    /** A key opens one environment. */
    keys: z.strictObject({ production: z.array(subscriptionKey), stage: z.array(subscriptionKey) }),
    access: z.enum(['allowed', 'ip-not-allowed', 'quota-used-up']),
    /** Requests a minute for a key, in real time; null for no limit. */
    rateLimit: z.number().int().min(1).nullable(),
    /** Whether errors are `{"error": …}`: the specification has it, the troubleshooting page has not. */
    errorWrapper: z.boolean(),
  }),
  results: z.strictObject({
    /** Rows of a page of an async result. */
    pageRows: z.number().int().min(1),
    /** How far the last page is. */
    lastPage: z.enum(['queued', 'uploading', 'cached']),
    /** Milliseconds that each page takes, in real time. */
    pageDelay: z.number().min(0).max(60_000),
    /** Whether results are kept no longer. */
    expired: z.boolean(),
    /** Milliseconds until a new query has run, divided by the clock factor. */
    queryPause: z.number().min(0),
  }),
});

export type HaloConnectSettings = z.output<typeof haloConnectSettings>;

/**
 * Attempts, pauses and the receiver's five seconds are documented (https://docs.haloconnect.io/halo-cloud/webhooks);
 * the secret's encoding, the time stamp of retries and the size of pages are assumed.
 */
export const haloConnectDefaults: HaloConnectSettings = {
  webhook: { secretEncoding: 'utf8', renewTimestamp: true },
  delivery: {
    attempts: 10,
    timeout: 5_000,
    firstPause: 5_000,
    longestPause: 90 * 60_000,
    faults: [],
  },
  api: {
    keys: { production: ['production_carehooks'], stage: ['stage_carehooks'] },
    access: 'allowed',
    rateLimit: null,
    errorWrapper: true,
  },
  results: { pageRows: 10, lastPage: 'cached', pageDelay: 0, expired: false, queryPause: 2_000 },
};
