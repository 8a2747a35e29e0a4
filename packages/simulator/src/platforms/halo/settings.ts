import { z } from 'zod/v4';
import { faultNames } from '../../delivery/fault.ts';

/** What HALO's documentation leaves open, and what an administrator can switch. */
export const haloSettings = z.strictObject({
  login: z.strictObject({
    clientId: z.string().min(1),
    clientSecret: z.string().min(1),
    /** Asked for at the token endpoint; empty as on a server of one's own. */
    tenant: z.string(),
    /** Seconds that an access token is taken, in real time. */
    tokenLifetime: z.number().min(0),
    /** What `authinfo` tells of the authorisation server: that it is here, at another host, or nothing. */
    authInfo: z.enum(['here', 'elsewhere', 'off']),
  }),
  /** Of the agent that the application acts as. */
  permissions: z.strictObject({
    /** Webhooks and notifications. */
    admin: z.boolean(),
    tickets: z.boolean(),
  }),
  api: z.strictObject({
    /** Whether POST answers with the record or with a list of it. */
    answers: z.enum(['object', 'array']),
    /** Whether the list of webhooks holds their addresses. */
    listUrls: z.boolean(),
    /** Whether notifications go with their webhook. */
    cascade: z.boolean(),
    /** Field of a row of the list of events that holds its number. */
    eventNumber: z.enum(['value2', 'id']),
  }),
  delivery: z.strictObject({
    /** What a webhook sends of a ticket. */
    payload: z.enum(['small', 'full', 'information', 'custom']),
    /** Milliseconds that the receiver has, in real time. */
    timeout: z.number().int().min(1),
    /** Faults of every delivery, beside those that are asked for when firing. */
    faults: z.array(z.enum(faultNames)),
  }),
});

export type HaloSettings = z.output<typeof haloSettings>;

export const haloDefaults: HaloSettings = {
  login: {
    clientId: 'carehooks-client',
    clientSecret: 'carehooks-client-secret',
    tenant: 'carehooks',
    tokenLifetime: 3_600,
    authInfo: 'here',
  },
  permissions: { admin: true, tickets: true },
  api: { answers: 'object', listUrls: true, cascade: false, eventNumber: 'value2' },
  delivery: { payload: 'small', timeout: 10_000, faults: [] },
};
