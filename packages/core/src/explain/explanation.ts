import type { AcceptOptions } from '../accept.ts';
import type { ErrorCode } from '../errors.ts';

/** A secret with a name to speak of it: the label is shown, the value never. */
export interface LabelledSecret {
  /** E.g. `current` or `previous`. */
  readonly label: string;
  readonly value: string;
}

/** What `accept` takes, with secrets that can be named. */
export interface ExplainOptions extends Omit<AcceptOptions, 'secrets'> {
  /** The current secret first. */
  readonly secrets: readonly LabelledSecret[];
}

export type Topic = 'request' | 'signature' | 'content' | 'timestamp' | 'secret' | 'body' | 'event';

/**
 * One step of an explanation. Its text holds names of headers, sizes, ages and labels, and never a secret, a header
 * value or anything of the body.
 */
export interface ExplanationLine {
  readonly topic: Topic;
  readonly state: 'ok' | 'problem' | 'note';
  readonly text: string;
}

/** Why a trigger takes a delivery or not. */
export interface Explanation {
  /** Whether it is authentic and can be read. False also where nothing was checked. */
  readonly verified: boolean;
  /** Why a trigger rejects it; null where it does not. */
  readonly code: ErrorCode | null;
  readonly message: string;
  /** What to do next, if anything. */
  readonly hint: string | null;
  readonly lines: readonly ExplanationLine[];
}

type Writer = (topic: Topic, text: string) => ExplanationLine;

export const ok: Writer = (topic, text) => ({ topic, state: 'ok', text });

export const problem: Writer = (topic, text) => ({ topic, state: 'problem', text });

export const note: Writer = (topic, text) => ({ topic, state: 'note', text });
