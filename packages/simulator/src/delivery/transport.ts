import { Agent, request } from 'undici';
import { type AttemptOutcome, shownBody, shownBytes } from './record.ts';
import type { OutgoingRequest } from './request.ts';

/** Sends requests over HTTP as they are: it follows no redirect, sends nothing twice, and adds no signature. */
export class Transport {
  // Attempts have their own time limit, so the agent's are off.
  readonly #agent = new Agent({ headersTimeout: 0, bodyTimeout: 0, connect: { timeout: 0 } });

  /**
   * @param closing gives the attempt up
   * @returns null when it was given up
   */
  async send(
    outgoing: OutgoingRequest,
    timeout: number,
    closing: AbortSignal,
  ): Promise<AttemptOutcome | null> {
    const limit = AbortSignal.timeout(timeout);
    try {
      return await this.#exchange(outgoing, AbortSignal.any([limit, closing]));
    } catch (error) {
      if (closing.aborted) return null;
      return limit.aborted ? { kind: 'timed-out' } : { kind: 'unreachable', reason: reasonOf(error) };
    }
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async #exchange(outgoing: OutgoingRequest, signal: AbortSignal): Promise<AttemptOutcome> {
    const { method, url, headers, body } = outgoing;
    const answer = await request(url, {
      dispatcher: this.#agent,
      method,
      headers: { 'user-agent': 'carehooks-simulator', ...headers },
      body,
      signal,
    });
    return {
      kind: 'answered',
      status: answer.statusCode,
      headers: joinHeaders(answer.headers),
      body: shownBody(await readStart(answer.body)),
    };
  }
}

/** The start of the answer, which is all that is shown; leaving the loop drops the rest with its connection. */
async function readStart(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= shownBytes) break;
  }
  return Buffer.concat(chunks);
}

function joinHeaders(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]),
  );
}

function reasonOf(error: unknown): string {
  const { code, name } = error as { readonly code?: unknown; readonly name?: unknown };
  return String(code ?? name ?? 'unknown');
}
