import { z } from 'zod/v4';
import { faultNames } from '../../delivery/fault.ts';

const headerName = z
  .string()
  .regex(/^[\w!#$%&'*+.^`|~-]+$/, 'must be the name of an HTTP header, such as X-Heim-Signature');

/** What Ally's documentation leaves open, and what its support can switch. */
export const allySettings = z.strictObject({
  signature: z.strictObject({
    header: headerName,
    algorithm: z.enum(['sha256', 'sha512']),
    encoding: z.enum(['hex', 'base64']),
    /** Text before the signature, such as `sha256=`. */
    prefix: z.string().max(50),
  }),
  webhook: z.strictObject({
    /** Header that names the event; null sends none. */
    eventHeader: headerName.nullable(),
    /** Relations that come whole in deliveries of records. Ally's support can switch this on. */
    expand: z.array(z.enum(['patient', 'task', 'window', 'practitioner'])),
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
  api: z.strictObject({
    /** Prefix `test_` or `live_` decides which records a key sees. */
    keys: z.array(z.string().regex(/^(?:test|live)_./, 'must start with test_ or live_')),
    authorization: z.enum(['key', 'bearer', 'either']),
    /** Whether answers are `{"data": …}`. */
    envelope: z.boolean(),
    /** `comma`: `expand=patient,task`. `brackets`: `expand[]=patient&expand[]=task`. */
    expand: z.enum(['comma', 'brackets', 'off']),
    /** Whether `GET /windows/:id` exists. It is not documented. */
    windows: z.boolean(),
    /** Appointments in one answer, the longest unchanged first; null gives all, in the order they were made. */
    pageRows: z.number().int().min(1).nullable(),
  }),
});

export type AllySettings = z.output<typeof allySettings>;

/**
 * Documented are HMAC and three tries (https://docs.allyhealth.co.uk/docs/webhooks), and the API key on its own
 * (https://docs.allyhealth.co.uk/docs/api-overview). The rest is assumed.
 */
export const allyDefaults: AllySettings = {
  signature: { header: 'X-Heim-Signature', algorithm: 'sha256', encoding: 'hex', prefix: '' },
  webhook: { eventHeader: null, expand: [] },
  delivery: { attempts: 3, timeout: 10_000, pauses: [5_000, 25_000], faults: [] },
  api: {
    keys: ['test_carehooks', 'live_carehooks'],
    authorization: 'key',
    envelope: true,
    expand: 'comma',
    windows: false,
    pageRows: null,
  },
};
