import { z } from 'zod/v4';

const command = z.looseObject({
  text: z.string().min(1),
  executionMode: z.enum(['reader', 'nonQuery', 'scalar']).default('reader'),
  type: z.enum(['text', 'storedProcedure']).default('text'),
  parameters: z.array(z.unknown()).default([]),
});

/** https://docs.haloconnect.io/halo-cloud/sql-passthrough */
export const newAsyncQuery = z.looseObject({
  maxTimeInQueue: z.number().int().min(1).max(7_200_000).default(3_600_000),
  command,
});

/** A registered query ends after a day at the latest. */
export const newRegisteredQuery = z.looseObject({
  name: z.string().min(1),
  registeredQueryType: z.literal('query'),
  frequency: z.number().int().min(1),
  duration: z.number().int().min(1).max(86_400),
  registerCommand: z.looseObject({ command }),
});

/** What a run of a query gives: rows, or text. */
export const run = z.strictObject({ result: z.union([z.array(z.json()), z.string()]).optional() });
