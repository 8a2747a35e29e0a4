import { z } from 'zod/v4';
import { faultNames } from '../../delivery/fault.ts';

export const larkmereDiarySettings = z.strictObject({
  api: z.strictObject({ key: z.string().min(1) }),
  delivery: z.strictObject({
    /** Milliseconds that the receiver has, in real time. */
    timeout: z.number().int().min(1),
    /** Milliseconds between attempts, divided by the clock factor. */
    pauses: z.array(z.number().min(0)).min(1),
    /** Faults of every delivery, beside those that are asked for when firing. */
    faults: z.array(z.enum(faultNames)),
  }),
});

export type LarkmereDiarySettings = z.output<typeof larkmereDiarySettings>;

/** Three attempts, a minute and an hour apart: https://developers.larkmere.example/webhooks/deliveries */
export const larkmereDiaryDefaults: LarkmereDiarySettings = {
  api: { key: 'trial_carehooks' },
  delivery: { timeout: 8_000, pauses: [60_000, 3_600_000], faults: [] },
};
