import { z } from 'zod/v4';

/**
 * The webhook body with its relations expanded. Everything unknown is kept. Rows, output parameters and catalogues
 * have no fields of their own here: what is in them is for the query to say. Source:
 * https://docs.haloconnect.io/halo-cloud/webhooks
 */
const text = (label: string) => z.string().describe(label);
const count = (label: string) => z.number().describe(label);
const time = (label: string) => z.iso.datetime({ offset: true }).describe(label);

const result = z.looseObject({
  id: text('Result Query ID'),
  source: text('Result Source'),
  status: text('Result Status'),
  queryStatus: text('Result Query Status').nullish(),
  truncated: z.boolean().describe('Result Truncated'),
  missing: text('Result Missing Because').nullish(),
  rowCount: count('Result Row Count'),
  rowsTotal: count('Result Rows in Total').nullish(),
  pageCount: count('Result Page Count'),
  pagesTotal: count('Result Pages in Total').nullish(),
  text: text('Result Text').nullish(),
});

const metrics = z.looseObject({
  lastSucceededAt: time('Query Last Succeeded At').nullish(),
  lastFailedAt: time('Query Last Failed At').nullish(),
  executionSucceededCount: count('Query Successful Runs').nullish(),
  executionFailedCount: count('Query Failed Runs').nullish(),
});

const query = z.looseObject({
  id: text('Query Record ID'),
  name: text('Query Name').nullish(),
  status: text('Query Status').nullish(),
  frequency: count('Query Frequency').nullish(),
  duration: count('Query Duration').nullish(),
  createdAt: time('Query Created At').nullish(),
  lastHash: text('Query Last Hash').nullish(),
  metrics: metrics.nullish(),
});

const site = z.looseObject({
  id: text('Site Record ID'),
  name: text('Site Name').nullish(),
  pmsType: text('Site System').nullish(),
  availability: text('Site Availability').nullish(),
  status: text('Site Status').nullish(),
});

export const delivery = z.looseObject({
  id: text('Delivery ID'),
  occurredAt: time('Occurred At'),
  siteId: text('Site ID'),
  queryId: text('Query ID'),
  webhookSource: text('Source'),
  result: result.nullish(),
  query: query.nullish(),
  site: site.nullish(),
});
