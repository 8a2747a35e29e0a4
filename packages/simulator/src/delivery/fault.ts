import { randomBytes } from 'node:crypto';
import type { Scheme } from '@carehooks/core';
import type { Credential } from './credential.ts';
import { cutShort, editOneDigit, padToOversize, wrapInForm } from './fault-bodies.ts';

/** What is sent, before and after it is signed. */
export interface Content {
  readonly contentType: string;
  readonly body: Uint8Array;
}

/** What a fault is about. Of those about the proof, or about the body, one at a time makes sense. */
export const faultSubjects = ['sending', 'proof', 'body'] as const;

export type FaultSubject = (typeof faultSubjects)[number];

/** Something that goes wrong on a delivery's way, as data: each names the step of sending that it changes. */
export interface Fault {
  /** One or two words. */
  readonly label: string;
  readonly description: string;
  readonly subject: FaultSubject;
  /** What the platform's proof has to cover for the fault to change anything. Default: nothing. */
  readonly needs?: 'body' | 'time';
  /** Before signing, so the signature is valid. */
  readonly content?: (content: Content) => Content;
  readonly credential?: (credential: Credential) => Credential | null;
  /** Milliseconds that the signing clock is off. */
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
  duplicate: {
    label: 'Duplicate',
    description: 'The identical request is sent twice.',
    subject: 'sending',
    copies: 2,
  },
  'out-of-order': {
    label: 'Out of order',
    description: 'Several deliveries are sent last first.',
    subject: 'sending',
    reversed: true,
  },
  unsigned: {
    label: 'Unsigned',
    description: 'No signature and no credentials.',
    subject: 'proof',
    credential: () => null,
  },
  forged: {
    label: 'Forged',
    description: 'Sent by someone who had to guess the secret.',
    subject: 'proof',
    credential: (credential) => ({ ...credential, secret: randomBytes(24).toString('hex') }),
  },
  'wrong-secret': {
    label: 'Wrong secret',
    description: 'Sent with the secret of another webhook.',
    subject: 'proof',
    credential: (credential) => ({ ...credential, secret: wrongSecret }),
  },
  'changed-body': {
    label: 'Changed body',
    description: 'One digit of the body is another after signing.',
    subject: 'proof',
    needs: 'body',
    body: editOneDigit,
  },
  'stale-timestamp': {
    label: 'Stale',
    description: 'Signed a day ago.',
    subject: 'proof',
    needs: 'time',
    clockError: -day,
  },
  'future-timestamp': {
    label: 'From the future',
    description: 'Signed by a clock that is a day ahead.',
    subject: 'proof',
    needs: 'time',
    clockError: day,
  },
  'malformed-json': {
    label: 'Malformed',
    description: 'From the right sender, but the body ends halfway.',
    subject: 'body',
    content: cutShort,
  },
  multipart: {
    label: 'Multipart',
    description: 'From the right sender, but the body is a multipart form.',
    subject: 'body',
    content: wrapInForm,
  },
  oversized: {
    label: 'Oversized',
    description: 'From the right sender, but the body has 17 MiB.',
    subject: 'body',
    content: padToOversize,
  },
} satisfies Readonly<Record<string, Fault>>;

export type FaultName = keyof typeof definitions;

export const faults: Readonly<Record<FaultName, Fault>> = definitions;

export const faultNames = Object.keys(definitions) as FaultName[];

/** The faults that change something where deliveries prove themselves by this scheme. */
export function faultsFor(scheme: Scheme): FaultName[] {
  const covered = {
    body: scheme.kind !== 'basic',
    time: scheme.kind === 'hmac' && scheme.timestamp !== undefined,
  };
  return faultNames.filter((name) => {
    const { needs } = faults[name];
    return needs === undefined || covered[needs];
  });
}
