import { type Connection, derivedSecrets, type JsonObject, type Platform, targetKey } from '@carehooks/core';
import { fixtureSecret, readFixture, signedDelivery } from '@carehooks/core/testing';
import type { Problem } from '../../src/playground/hosts/outcome.ts';
import type { Subject } from './subjects.ts';

/** Someone's account, and how they set up the trigger. */
export interface Account {
  readonly platform: Platform;
  readonly subject: Subject;
  readonly connection: Connection;
  readonly onFailure: 'keep' | 'fail';
  /** Seconds for related records, where the host lets people choose. */
  readonly deadline: number;
}

/** What a person sees of something that the host did. */
export type Seen =
  | { readonly kind: 'done'; readonly items: readonly JsonObject[] }
  /** `everything`: all that the error holds, shown or not. */
  | { readonly kind: 'failed'; readonly problem: Problem; readonly everything: string };

/** Someone with a trigger on a host, and what they do. */
export interface User {
  readonly targetUrl: string;
  /** Whether the host remembers the events of this trigger. */
  readonly remembers: boolean;
  receive(): Promise<Seen>;
  testConnection(): Promise<Seen>;
  openList(name: string): Promise<Seen>;
  publish(event: string): Promise<Seen>;
  unpublish(): Promise<Seen>;
  /** All that the host keeps about the trigger, in the clear. */
  kept(): string;
}

/** The recorded delivery, signed for the target. */
export function deliveryTo(targetUrl: string, { platform, subject, connection }: Account) {
  const [derived] = derivedSecrets(platform, connection, targetKey(targetUrl));
  const body = readFixture(platform.id, subject.event);
  const { headers } = signedDelivery({
    ...{ platform, body, secret: derived ?? fixtureSecret(platform), time: Date.now() },
    ...(platform.signature.kind === 'discovery' ? { header: 'x-signature' } : {}),
  });
  return { method: 'POST', headers: { ...headers }, body };
}
