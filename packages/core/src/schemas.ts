import type { z } from 'zod/v4';
import { appointment } from './platforms/ally/schema.ts';
import { entity } from './platforms/eka-care/schema.ts';
import { delivery as haloDelivery } from './platforms/halo/schema.ts';
import { delivery } from './platforms/halo-connect/schema.ts';

/** The item's entity by platform, for output fields, the simulator and tests. Never imported by what hosts bundle. */
export const entitySchemas: Readonly<Record<string, z.ZodObject>> = {
  ally: appointment,
  'eka-care': entity,
  'halo-connect': delivery,
  halo: haloDelivery,
};
