import { z } from 'zod/v4';
import { faultNames } from '../../delivery/fault.ts';

/** What Eka Care's documentation leaves open, and what differs between its pages. */
export const ekaCareSettings = z.strictObject({
  login: z.strictObject({
    clientId: z.string().min(1),
    clientSecret: z.string().min(1),
    /** Key of another workspace; an empty one is refused nowhere. */
    sharingKey: z.string(),
    /** Seconds that an access token is taken, in real time. */
    tokenLifetime: z.number().min(0),
    /** Whether the answer tells how long. */
    tellLifetime: z.boolean(),
  }),
  api: z.strictObject({
    /** Header that carries the token. */
    tokenHeader: z.enum(['authorization', 'auth']),
    /** `not-found` and `not-allowed`: there is no PATCH. `all` changes events and key, `key` the signing key only. */
    patch: z.enum(['not-found', 'not-allowed', 'all', 'key']),
  }),
  delivery: z.strictObject({
    attempts: z.number().int().min(1).max(20),
    /** Milliseconds that the receiver has, in real time. */
    timeout: z.number().int().min(1),
    /** Milliseconds between attempts, divided by the clock factor. */
    pauses: z.array(z.number().min(0)).min(1),
    /** Faults of every delivery, beside those that are asked for when firing. */
    faults: z.array(z.enum(faultNames)),
  }),
});

export type EkaCareSettings = z.output<typeof ekaCareSettings>;

/**
 * Documented are the shape of login (https://developer.eka.care/api-reference/authorization/client-login) and webhooks,
 * and since March 2025 no PATCH. Lifetimes, retries and times are assumed.
 */
export const ekaCareDefaults: EkaCareSettings = {
  login: {
    clientId: 'carehooks-client',
    clientSecret: 'carehooks-client-secret',
    sharingKey: '',
    tokenLifetime: 1_800,
    tellLifetime: true,
  },
  api: { tokenHeader: 'authorization', patch: 'not-found' },
  delivery: { attempts: 3, timeout: 10_000, pauses: [5_000, 25_000], faults: [] },
};
