import type { Connection, Exchange, Platform } from '@carehooks/core';
import type { Finding } from './finding.ts';
import type { Arrival, Reaction } from './receiver.ts';
import type { Shown } from './shown.ts';

/** A question that a platform's documentation leaves open, and how a real account answers it. */
export type LiveCheck = {
  /** Lower case with dashes, unique on its platform. */
  readonly id: string;
  readonly question: string;
  readonly concerns: Concern;
} & Way;

/** What of ours depends on the answer. */
export interface Concern {
  /** From the root of the repository. */
  readonly file: string;
  /** A name that stands in that file. */
  readonly point: string;
}

export type Way = AskApi | TryVariants | ReadHeaders | UseWebhook | ReceiveDeliveries | AskPerson;

/** Whatever a check may know of the account. */
export interface Account {
  readonly platform: Platform;
  readonly connection: Connection;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Requests that only read. The engine lets nothing else through. */
export interface AskApi {
  readonly kind: 'api';
  ask(account: Account): Exchange<Finding>;
}

/** Tries the values of a setting one by one, with requests that only read. */
export interface TryVariants {
  readonly kind: 'variants';
  /** Our default first. */
  readonly variants: readonly Variant[];
  /** False where the connection is not one to try them with. */
  applies?(connection: Connection): boolean;
  /** Why it is not tried there. */
  readonly otherwise?: Shown;
  /** Whether the API takes the value. A `TriggerError` says that it does not. */
  probe(account: Account): Exchange<boolean>;
}

export interface Variant {
  readonly label: Shown;
  readonly settings: Connection;
}

/** Looks at the names of the headers that all answers together had. */
export interface ReadHeaders {
  readonly kind: 'headers';
  read(names: readonly string[]): Finding;
}

/** Requests about a webhook of the check's own. Asked for only after a person has said yes. */
export interface UseWebhook {
  readonly kind: 'webhook';
  ask(own: OwnWebhook): Exchange<Finding>;
}

export interface OwnWebhook extends Account {
  readonly id: string;
  readonly targetUrl: string;
  /** A second address, for a check that makes and deletes a webhook itself; what is left there is removed as well. */
  readonly spareUrl: string;
  readonly secret: string;
}

/** Reads what arrives at an address of ours, while a person makes the platform send something. */
export interface ReceiveDeliveries {
  readonly kind: 'delivery';
  /** What the person is to do. Left out: any delivery will do. */
  readonly instruction?: string;
  /** How deliveries are answered meanwhile, one after the other; afterwards they are taken. Left out: they are taken. */
  readonly reactions?: readonly Reaction[];
  /** Null where more has to arrive. */
  read(received: Received): Finding | null;
}

export interface Received extends Account {
  /** For a check with reactions of its own, those since it began. The latest stands last. */
  readonly arrivals: readonly Arrival[];
  readonly secrets: readonly string[];
  /** Nothing more will arrive. */
  readonly isOver: boolean;
}

/** A question with answers to choose from: what a person writes freely could hold anything. */
export interface AskPerson {
  readonly kind: 'person';
  readonly answers: ReadonlyArray<{ readonly label: string; readonly finding: Finding }>;
}
