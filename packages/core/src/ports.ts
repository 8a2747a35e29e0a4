import type { ErrorCode } from './errors.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The port gives up after this many milliseconds. */
  readonly timeout: number;
}

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * How a host sends a request. It adds the platform's authorisation, never follows a redirect, never throws on a
 * status, and throws only when there is no answer at all: an error named `TimeoutError` when time ran out, or a
 * `TriggerError` where the host knows better what is wrong, such as a login that failed.
 */
export type Http = (request: HttpRequest) => Promise<HttpResponse>;

/**
 * What a host's `Http` throws to end the whole piece of work, e.g. to log in and begin anew. Unlike any other failure it
 * is no answer to the request: nothing takes it for one on its way out, and what was claimed is released.
 */
export class Interruption extends Error {
  override readonly name: string = 'Interruption';
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

/**
 * The memory of events that went out. `claim` marks ids as seen and answers which of them are new; `release` frees
 * them again after a failure, so that a retry is not lost.
 */
export interface Seen {
  claim(ids: readonly string[]): Promise<ReadonlySet<string>>;
  release(ids: readonly string[]): Promise<void>;
}

/** A line for the host's log: names and numbers that we chose, nothing from a delivery. */
export interface LogEntry {
  readonly code: ErrorCode;
  readonly relation?: string;
  readonly status?: number;
}

export type Log = (entry: LogEntry) => void;
