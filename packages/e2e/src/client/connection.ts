/** What n8n answered when it was not a success. */
export class N8nRequestError extends Error {
  readonly status: number;

  constructor(request: string, status: number, reply: string) {
    super(`${request} answered ${status}: ${messageIn(reply)}`);
    this.name = 'N8nRequestError';
    this.status = status;
  }
}

/** Ties the login cookie to "this browser"; n8n demands the same value with every request. */
const BROWSER_ID = 'carehooks-e2e';

/** Speaks to one n8n server: to the editor's own REST interface and to the public API. */
export class Connection {
  readonly url: string;
  #cookie = '';
  #apiKey = '';

  constructor(url: string) {
    this.url = url;
  }

  /** The interface the editor uses, which wraps every answer in `data`. */
  async rest<T>(method: string, path: string, body?: unknown): Promise<T> {
    const { data } = await this.#json<{ data: T }>(method, `/rest${path}`, body, { cookie: this.#cookie });
    return data;
  }

  /** A file that the editor loads, such as `/types/nodes.json`. */
  file<T>(path: string): Promise<T> {
    return this.#json<T>('GET', path, undefined, { cookie: this.#cookie });
  }

  /** The public API: https://docs.n8n.io/api/ */
  api<T>(method: string, path: string, body?: unknown): Promise<T> {
    return this.#json<T>(method, `/api/v1${path}`, body, { 'x-n8n-api-key': this.#apiKey });
  }

  /** Logs in and keeps the session's cookie for `rest`. */
  async login(email: string, password: string): Promise<void> {
    const body = { emailOrLdapLoginId: email, password };
    const response = await this.#send('POST', '/rest/login', body, {});
    await response.body?.cancel();
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0]);
    this.#cookie = cookies.join('; ');
  }

  /** Makes a key with every right the owner has and keeps it for `api`. */
  async createApiKey(): Promise<void> {
    const scopes = await this.rest<string[]>('GET', '/api-keys/scopes');
    const label = `e2e ${Date.now()}`;
    const key = { label, expiresAt: null, scopes };
    this.#apiKey = (await this.rest<{ rawApiKey: string }>('POST', '/api-keys', key)).rawApiKey;
  }

  async #json<T>(method: string, path: string, body: unknown, headers: Record<string, string>): Promise<T> {
    const response = await this.#send(method, path, body, headers);
    const text = await response.text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  async #send(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Response> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        'browser-id': BROWSER_ID,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (response.ok) return response;
    throw new N8nRequestError(`${method} ${path}`, response.status, await response.text());
  }
}

function messageIn(reply: string): string {
  try {
    return (JSON.parse(reply) as { message?: string }).message ?? reply;
  } catch (error) {
    if (error instanceof SyntaxError) return reply;
    throw error;
  }
}
