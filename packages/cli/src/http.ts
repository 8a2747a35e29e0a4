import { type Http, type HttpResponse, TriggerError } from '@carehooks/core';
import { request } from 'undici';

/** No answer of a platform that is asked here is anywhere near as large. */
const bodyLimit = 10 * 1024 * 1024;

/** The core's way to an API over undici, which follows no redirect and sends nothing twice by itself. */
export const http: Http = async ({ method, url, headers, body, timeout }) => {
  // Time that runs out ends it with an error named `TimeoutError`, as the core knows it.
  const signal = AbortSignal.timeout(timeout);
  const answer = await request(url, { method, headers, body: body ?? null, signal });
  return {
    status: answer.statusCode,
    headers: joinHeaders(answer.headers),
    body: await readBody(answer.body),
  };
};

function joinHeaders(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): HttpResponse['headers'] {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]),
  );
}

/** @throws TriggerError `api-answer-unexpected` for an answer without end */
async function readBody(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    // Leaving the loop drops the rest with its connection.
    if (length > bodyLimit) throw new TriggerError('api-answer-unexpected');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
