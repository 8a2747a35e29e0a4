import { randomBytes } from 'node:crypto';
import type { Credential } from './credential.ts';
import { cutShort, editOneDigit, padToOversize, wrapInForm } from './fault-bodies.ts';

/** What is sent, before and after it is signed. */
export interface Content {
  readonly contentType: string;
  readonly body: Uint8Array;
}

/** Something that goes wrong on a delivery's way, as data: each names the step of sending that it changes. */
export interface Fault {
  readonly description: string;
  /** Before signing, so the signature is valid. */
  readonly content?: (content: Content) => Content;
  readonly credential?: (credential: Credential) => Credential | null;
  /** Milliseconds that the signing clock is off. Without effect where a platform sends no timestamp. */
  readonly clockError?: number;
  /** After signing. */
  readonly body?: (body: Uint8Array) => Uint8Array;
  /** How often the identical request goes out in all. */
  readonly copies?: number;
  /** The deliveries that belong together go out last first. */
  readonly reversed?: boolean;
}

/** The secret that the fault `wrong-secret` signs with, for a receiver that is to accept it as its previous one. */
export const wrongSecret = 'whsec_of_a_webhook_that_was_deleted';

const day = 24 * 60 * 60 * 1_000;

const definitions = {
  duplicate: { description: 'The identical request is sent twice.', copies: 2 },
  'out-of-order': {
    description: 'Deliveries that belong together are sent last first.',
    reversed: true,
  },
  unsigned: { description: 'No signature and no credentials.', credential: () => null },
  forged: {
    description: 'Signed by someone who had to guess the secret.',
    credential: (credential) => ({ ...credential, secret: randomBytes(24).toString('hex') }),
  },
  'wrong-secret': {
    description: 'Signed with the secret of another webhook.',
    credential: (credential) => ({ ...credential, secret: wrongSecret }),
  },
  'changed-body': { description: 'One digit of the body is another after signing.', body: editOneDigit },
  'stale-timestamp': { description: 'Signed a day ago.', clockError: -day },
  'future-timestamp': { description: 'Signed by a clock that is a day ahead.', clockError: day },
  'malformed-json': { description: 'The body ends half-way, validly signed.', content: cutShort },
  multipart: { description: 'The body comes as a multipart form, validly signed.', content: wrapInForm },
  oversized: { description: 'The body has 17 MiB, validly signed.', content: padToOversize },
} satisfies Readonly<Record<string, Fault>>;

export type FaultName = keyof typeof definitions;

export const faults: Readonly<Record<FaultName, Fault>> = definitions;

export const faultNames = Object.keys(definitions) as FaultName[];
