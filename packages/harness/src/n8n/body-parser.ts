import { parse as parseForm } from 'node:querystring';
import { buffer } from 'node:stream/consumers';
import { HttpError } from './http-error.ts';
import { workflowModule, xml2js } from './runtime.ts';
import type { WebhookRequest } from './webhook-request.ts';

const PARSED_TYPES = ['application/json', 'text/plain', 'application/x-www-form-urlencoded'];

const isXml = (type: string) => type.endsWith('/xml') || type.endsWith('+xml');
const isParsed = (type = '') => PARSED_TYPES.some((parsed) => type.startsWith(parsed)) || isXml(type);
const withoutBom = (text: string) => text.replace(/^\uFEFF/, '');

const { sanitizeXmlName } = workflowModule;
const xmlParser = new xml2js.Parser({
  async: true,
  normalize: true,
  normalizeTags: true,
  explicitArray: false,
  tagNameProcessors: [sanitizeXmlName],
  attrNameProcessors: [sanitizeXmlName],
});

/**
 * Reads and parses a delivery's body as n8n 2.41 does before it calls `webhook()`. From node version 2 on, a content
 * type that n8n cannot parse is left unread, and the node has to call `readRawBody()`.
 */
export async function parseBody(request: WebhookRequest, nodeVersion: number): Promise<void> {
  const { contentType } = request;
  if (contentType === 'multipart/form-data') {
    request.body = await parseMultipart(request);
    return;
  }
  if ((nodeVersion > 1 && !isParsed(contentType)) || contentType?.startsWith('multipart/')) return;
  await request.readRawBody();
  if (!request.rawBody?.length) return;
  try {
    const parsed = await parseText(request.rawBody.toString(request.encoding), contentType);
    if (parsed !== undefined) request.body = parsed;
  } catch (error) {
    throw new HttpError(422, 'Failed to parse request body', { hint: (error as Error).message });
  }
}

async function parseText(text: string, contentType = ''): Promise<unknown> {
  if (contentType === 'application/json') return workflowModule.jsonParse(withoutBom(text));
  if (isXml(contentType)) return await xmlParser.parseStringPromise(text);
  if (contentType === 'application/x-www-form-urlencoded') return parseForm(withoutBom(text));
  if (contentType === 'text/plain') return text;
  return undefined;
}

interface MultipartBody {
  data: Record<string, string>;
  files: Record<string, { originalFilename: string; mimetype: string; size: number }>;
}

/** Multipart uses the stream up, so a node finds neither `rawBody` nor anything to read. */
async function parseMultipart(request: WebhookRequest): Promise<MultipartBody> {
  const bytes = await buffer(request);
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const body: MultipartBody = { data: {}, files: {} };
  try {
    const form = await new Response(new Uint8Array(bytes), { headers }).formData();
    for (const [name, value] of form) {
      if (typeof value === 'string') body.data[name] = value;
      else body.files[name] = { originalFilename: value.name, mimetype: value.type, size: value.size };
    }
  } catch {
    throw new HttpError(400, 'The submitted form data could not be parsed.', { code: 400 });
  }
  return body;
}
