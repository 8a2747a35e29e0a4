import { type ErrorCode, paragraphFor } from '@carehooks/core';
import type { Logger } from 'n8n-workflow';

/** A warning about the same thing is repeated after this many milliseconds at the earliest. */
const quietFor = 60_000;

/** Above this, all is forgotten: a flood of forged requests must not fill the memory. */
const maxRemembered = 1_000;

const lastWarned = new Map<string, number>();

/** Identifies where a warning comes from, in n8n's own terms. */
export interface WarningSource {
  readonly logger: Logger;
  readonly workflowId: string;
  readonly nodeName: string;
}

/**
 * Tells in n8n's log why a delivery, or a part of it, was not taken and what to do. A 401 starts no execution, so this is
 * the only trace. Rate-limited by workflow, node and code; holds nothing of the delivery.
 *
 * @param what a sentence without its full stop, e.g. `Webhook delivery rejected`
 */
export function warnOf(what: string, source: WarningSource, code: ErrorCode, now: number): void {
  const key = `${source.workflowId} ${source.nodeName} ${code}`;
  if (now - (lastWarned.get(key) ?? -Infinity) < quietFor) return;
  if (lastWarned.size >= maxRemembered) lastWarned.clear();
  lastWarned.set(key, now);
  source.logger.warn(`${what}. ${paragraphFor(code)}`, {
    code,
    workflowId: source.workflowId,
    nodeName: source.nodeName,
  });
}
