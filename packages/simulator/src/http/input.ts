import type { Context } from 'hono';
import type { z } from 'zod/v4';
import { Refusal } from '../refusal.ts';

/**
 * Reads a JSON body. Other content types are refused: a web page elsewhere could send them here without asking.
 *
 * @throws Refusal naming each field that is wrong
 */
export async function readInput<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<z.output<Schema>> {
  const text = await c.req.text();
  if (text !== '' && !/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
    throw new Refusal('Send the body as JSON with "Content-Type: application/json".', 415);
  }
  return check(text === '' ? {} : parse(text), schema);
}

/** @throws Refusal naming each field that is wrong */
export function check<Schema extends z.ZodType>(value: unknown, schema: Schema): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join('.')}: ${message}`,
  );
  throw new Refusal(`Correct the input. ${problems.join('; ')}`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refusal(`Correct the JSON of the body: ${(error as SyntaxError).message}`);
  }
}
