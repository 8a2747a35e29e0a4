import { type Capture, flaw, remark } from './capture.ts';
import type { CapturedJson } from './json-shape.ts';

type Body = Pick<Capture, 'body' | 'remarks'>;

/** The bytes of the body, by whatever name and in whatever encoding the capture has them. */
export function readBody(
  shape: CapturedJson,
  around: ReadonlyArray<Readonly<Record<string, unknown>>>,
): Body {
  const binary = around.map((place) => binaryOf(place['binary'])).find((data) => data !== null);
  const base64 = shape.bodyBase64 ?? binary;
  if (base64 != null) return { body: Buffer.from(base64, 'base64'), remarks: [] };
  const { postData, content } = shape;
  const given = shape.body ?? content ?? postData?.text;
  if (typeof given === 'string') return fromText(given, shape);
  if (given == null) return { body: Buffer.alloc(0), remarks: [remark('body', 'The capture has no body.')] };
  const text =
    'The capture has the body as parsed JSON, and not the bytes that were signed. It is written as compact JSON: capture the raw body if that does not fit.';
  return { body: Buffer.from(JSON.stringify(given)), remarks: [remark('body', text)] };
}

function fromText(text: string, shape: CapturedJson): Body {
  const encoding = shape.encoding ?? shape.postData?.encoding;
  const isBase64 = shape.isBase64Encoded === true || encoding === 'base64';
  const body = Buffer.from(text, isBase64 ? 'base64' : 'utf8');
  const isCut = shape.bodyBytes !== undefined && body.length < shape.bodyBytes;
  const cut = 'The record holds only the beginning of the body, so no signature can fit.';
  return { body, remarks: isCut ? [flaw('body', cut)] : [] };
}

/** The raw body that n8n's Webhook node keeps beside an item, where it holds binary data in memory. */
function binaryOf(binary: unknown): string | null {
  if (typeof binary !== 'object' || binary === null) return null;
  const [first] = Object.values(binary) as Array<{ readonly data?: unknown; readonly id?: unknown } | null>;
  return typeof first?.data === 'string' && first.id === undefined ? first.data : null;
}
