import type { Connection } from './connection.ts';
import type { Exchange } from './http/exchange.ts';
import type { Session } from './session.ts';

/** A platform's REST API. */
export interface Api {
  /** The base URL that the user set, or the default. */
  baseUrl(connection: Connection): string;
  /** Headers that authorise a request; hosts add them to every call. */
  authorize(connection: Connection): Readonly<Record<string, string>>;
  /** Where requests need a token that expires; left out where the credentials themselves authorise. */
  readonly session?: Session;
  /** Whether the account works on test or live data; null where it cannot be told. */
  environment(connection: Connection): 'test' | 'live' | null;
  /** Proves that the connection works, and names the account for people. */
  test(connection: Connection): Exchange<{ readonly label: string }>;
}
