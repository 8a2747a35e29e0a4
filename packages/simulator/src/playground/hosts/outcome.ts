import { type ErrorCode, errorCodes, hintFor, type JsonObject, messageFor } from '@carehooks/core';

/** Why a host did not go on with a delivery. */
export interface Problem {
  /** Null where the host itself objects and no code of ours is told. */
  readonly code: ErrorCode | null;
  readonly message: string;
  readonly hint: string | null;
}

/** What a host made of a delivery. */
export type HostOutcome =
  | { readonly kind: 'accepted'; readonly items: readonly JsonObject[] }
  /** It is right and tells nothing new. */
  | { readonly kind: 'empty'; readonly note: string }
  | { readonly kind: 'rejected'; readonly problem: Problem }
  /** It was accepted, and the run came to no end. */
  | { readonly kind: 'failed'; readonly problem: Problem };

/** @param note says what it means when there is no item */
export function outcomeOf(items: readonly JsonObject[], note: string): HostOutcome {
  return items.length === 0 ? { kind: 'empty', note } : { kind: 'accepted', items };
}

export function itemsOf(outcome: HostOutcome): readonly JsonObject[] {
  return outcome.kind === 'accepted' ? outcome.items : [];
}

export function isErrorCode(code: unknown): code is ErrorCode {
  return errorCodes.some((known) => known === code);
}

/**
 * Recognises a problem by its text: hosts pass message and hint on to people, and not always the code. Zapier wraps the
 * text of some errors in JSON.
 */
export function readProblem(told: string): Problem {
  const text = /^\{"message":(?<text>"(?:[^"\\]|\\.)*")/.exec(told)?.groups?.['text'];
  return recognise(text === undefined ? told : String(JSON.parse(text)));
}

function recognise(text: string): Problem {
  const code = errorCodes.find((one) => text.startsWith(messageFor(one)) && text.endsWith(hintFor(one)));
  if (code === undefined) return { code: null, message: text, hint: null };
  const hint = hintFor(code);
  const message = text.slice(0, -hint.length).trim().replace(/\.$/, '');
  return { code, message, hint };
}
