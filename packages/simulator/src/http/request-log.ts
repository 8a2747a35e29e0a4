import type { MiddlewareHandler } from 'hono';
import type { Feed } from '../feed.ts';
import { Collection } from '../store/collection.ts';

/** A request to a platform's API, without headers and bodies. */
export interface ServedRequest {
  readonly id: string;
  readonly at: string;
  readonly method: string;
  /** As requested, e.g. `/ally/v1/patients/p_Nalv9kl3lT0g8wGlC1`. */
  readonly path: string;
  readonly query: Readonly<Record<string, readonly string[]>>;
  /** Null when the connection was cut. */
  readonly status: number | null;
  /** Milliseconds. */
  readonly duration: number;
}

export interface RequestFilter {
  readonly method?: string;
  /** The path's end. */
  readonly path?: string;
}

const capacity = 2_000;

/** The requests that a platform's API has served, oldest first. */
export class RequestLog {
  readonly #requests = new Collection<ServedRequest>([], capacity);
  readonly #platform: string;
  readonly #feed: Feed;
  #count = 0;

  constructor(platform: string, feed: Feed) {
    this.#platform = platform;
    this.#feed = feed;
  }

  list({ method, path }: RequestFilter = {}): ServedRequest[] {
    return this.#requests
      .list()
      .filter((request) => method === undefined || request.method === method)
      .filter((request) => path === undefined || request.path.endsWith(path));
  }

  clear(): void {
    this.#requests.reset();
  }

  /** Hono middleware that enters every request once it is answered. */
  middleware(): MiddlewareHandler {
    return async (c, next) => {
      const started = Date.now();
      await next();
      this.#enter({
        at: new Date(started).toISOString(),
        method: c.req.method,
        path: c.req.path,
        query: c.req.queries(),
        status: c.get('cut') === true ? null : c.res.status,
        duration: Date.now() - started,
      });
    };
  }

  #enter(facts: Omit<ServedRequest, 'id'>): void {
    this.#count += 1;
    const request = this.#requests.put({ id: `req_${this.#count}`, ...facts });
    this.#feed.publish({ type: 'api-request', platform: this.#platform, request });
  }
}
