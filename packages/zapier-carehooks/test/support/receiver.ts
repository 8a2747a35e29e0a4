import type { HookRequest } from '@carehooks/harness/zapier';
import { startApi } from './loopback.ts';

export interface Receiver {
  /** The URL that Zapier would give a Zap. */
  readonly url: string;
  /** What came in so far. */
  readonly requests: readonly HookRequest[];
  clear(): void;
  close(): Promise<void>;
}

/** Takes deliveries as Zapier does: it answers 200 to whatever comes, and keeps it for the app to work on. */
export async function startReceiver(): Promise<Receiver> {
  const api = await startApi(() => ({ json: { status: 'success' } }));
  return {
    url: `${api.url}/hooks/catch/1`,
    get requests() {
      return api.calls.map(({ method, url, headers, body }) => ({
        method,
        headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
        querystring: url.split('?')[1] ?? '',
        body: Buffer.from(body),
      }));
    },
    clear: () => void api.calls.splice(0),
    close: () => api.close(),
  };
}
