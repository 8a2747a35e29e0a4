import { z } from 'zod/v4';
import { CliError } from '../exit.ts';
import type { Header } from './capture.ts';

const text = z.union([z.string(), z.number().transform(String)]);
const oneOrMore = z.union([text.transform((one) => [one]), z.array(text)]);

const headers = z.union([
  z.array(z.tuple([z.string(), text])),
  z
    .array(z.object({ name: z.string(), value: text }))
    .transform((list) => list.map(({ name, value }): Header => [name, value])),
  z.record(z.string(), oneOrMore.nullish()).transform(spread),
]);

const query = z.record(z.string(), oneOrMore.nullish()).transform((all) => Object.fromEntries(spread(all)));

function spread(all: Readonly<Record<string, readonly string[] | null | undefined>>): Header[] {
  return Object.entries(all).flatMap(([name, values]) =>
    (values ?? []).map((value): Header => [name, value]),
  );
}

/** All names that tools use, since none means two things. */
const shape = z.looseObject({
  headers,
  method: z.string().optional(),
  httpMethod: z.string().optional(),
  requestContext: z.looseObject({ http: z.looseObject({ method: z.string() }).optional() }).optional(),
  url: z.string().optional(),
  path: z.string().optional(),
  rawPath: z.string().optional(),
  query: query.optional(),
  queryStringParameters: query.nullish(),
  querystring: z.string().optional(),
  rawQueryString: z.string().optional(),
  body: z.unknown(),
  content: z.string().optional(),
  postData: z.looseObject({ text: z.string().optional(), encoding: z.string().optional() }).optional(),
  bodyBase64: z.string().optional(),
  isBase64Encoded: z.boolean().optional(),
  encoding: z.string().optional(),
  bodyBytes: z.number().optional(),
});

export type CapturedJson = z.infer<typeof shape>;

/** @throws CliError that names the field which cannot be read */
export function parseShape(request: unknown): CapturedJson {
  const result = shape.safeParse(request);
  if (result.success) return result.data;
  const fields = result.error.issues.map(({ path }) => String(path[0]));
  throw new CliError(
    `The field "${fields[0] ?? ''}" of the request has an unexpected form.`,
    'Write headers as an object or a list of pairs, and the other fields as text.',
  );
}
