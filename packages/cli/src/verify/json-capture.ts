import type { ExplanationLine } from '@carehooks/core/explain';
import { CliError } from '../exit.ts';
import { type Capture, type Header, remark } from './capture.ts';
import { readBody } from './json-body.ts';
import { findRequest } from './json-search.ts';
import { type CapturedJson, parseShape } from './json-shape.ts';
import { toTime } from './time.ts';

/**
 * A request as JSON: HAR, what Zapier hands an app, an item of n8n's Webhook node, a record of the simulator, an event of
 * a function behind a gateway, or anything alike.
 *
 * @throws CliError when there is no request in it
 */
export function readJsonCapture(bytes: Buffer): Capture {
  const { request, around } = findRequest(parse(bytes));
  const shape = parseShape(request);
  const { headers, remarks } = headersOf(shape);
  const body = readBody(shape, around);
  return {
    method: shape.method ?? shape.httpMethod ?? shape.requestContext?.http?.method ?? 'POST',
    target: shape.url ?? shape.path ?? shape.rawPath ?? '/',
    query: queryOf(shape),
    headers,
    body: body.body,
    receivedAt: receiptOf([shape, ...around]),
    remarks: [...remarks, ...body.remarks],
  };
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    // The error would quote the request.
    throw new CliError('The file looks like JSON and cannot be read as such.', 'Export the request again.');
  }
}

/** Zapier writes `Http-` before the names, and its apps take that off again. */
function headersOf(shape: CapturedJson): { headers: readonly Header[]; remarks: readonly ExplanationLine[] } {
  const { headers, content, querystring } = shape;
  const isZapier = content !== undefined && querystring !== undefined;
  if (!isZapier || !headers.some(([name]) => /^http-/i.test(name))) return { headers, remarks: [] };
  return {
    headers: headers.map(([name, value]) => [name.replace(/^http-/i, ''), value]),
    remarks: [remark('request', 'The "Http-" that Zapier puts before the names of headers is taken off.')],
  };
}

function queryOf(shape: CapturedJson): Record<string, string> {
  const text = shape.querystring ?? shape.rawQueryString ?? '';
  const named = { ...shape.queryStringParameters, ...shape.query };
  return { ...Object.fromEntries(new URLSearchParams(text)), ...named };
}

/** Names that tools give to the time of receipt. */
const timeNames = ['receivedAt', 'startedDateTime', 'startedAt'] as const;

function receiptOf(places: ReadonlyArray<Readonly<Record<string, unknown>>>): number | null {
  const given = places.flatMap((place) => timeNames.map((name) => toTime(place[name])));
  return given.find((time) => time !== null) ?? null;
}
