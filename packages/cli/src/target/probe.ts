import { request } from 'undici';

/** `gone`: nobody is there to receive deliveries. `unknown`: it may be there. */
export type TargetState = 'answers' | 'gone' | 'unknown';

export interface TargetReport {
  readonly state: TargetState;
  /** For people, in a few words. */
  readonly reason: string;
}

/** Milliseconds. */
const timeLimit = 5_000;

/**
 * Asks a target whether it is still there, by a method that starts nothing anywhere: GET and POST would start workflows,
 * and to Zapier DELETE means that the Zap is to be switched off.
 *
 * With an `Origin`, n8n tells which methods a path is registered for. Nothing but `OPTIONS` says that no workflow
 * listens there (seen with n8n 2.41; a test URL that does not listen is 404).
 */
export async function probeTarget(url: string): Promise<TargetReport> {
  try {
    const answer = await request(url, {
      method: 'OPTIONS',
      headers: { origin: 'https://carehooks.invalid', 'user-agent': 'carehooks' },
      signal: AbortSignal.timeout(timeLimit),
    });
    await answer.body.dump();
    const methods = [answer.headers['access-control-allow-methods'] ?? []].flat().join(',');
    return reportAnswer(answer.statusCode, methods);
  } catch (error) {
    return reportFailure(error);
  }
}

/** @param methods as in the header `Access-Control-Allow-Methods` */
export function reportAnswer(status: number, methods: string): TargetReport {
  if (status === 404 || status === 410) return { state: 'gone', reason: `answers ${status}` };
  if (/^\s*options\s*$/i.test(methods)) return { state: 'gone', reason: 'no workflow listens there' };
  if (status >= 500) return { state: 'unknown', reason: `answers ${status}` };
  return { state: 'answers', reason: `answers ${status}` };
}

const goneFor: Readonly<Record<string, string>> = {
  ENOTFOUND: 'the host name does not exist',
  ECONNREFUSED: 'nothing listens at this address',
};

/** A failure that may pass, such as a timeout or a name server that does not answer, proves nothing. */
export function reportFailure(error: unknown): TargetReport {
  const { code, name } = error as { readonly code?: unknown; readonly name?: unknown };
  const reason = goneFor[String(code)];
  if (reason !== undefined) return { state: 'gone', reason };
  return {
    state: 'unknown',
    reason: `no answer (${String(name === 'TimeoutError' ? 'timed out' : (code ?? name))})`,
  };
}
