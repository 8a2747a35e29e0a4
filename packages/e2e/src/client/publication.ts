import type { Connection } from './connection.ts';
import { poll } from './poll.ts';

export type Settled = 'published' | 'partial' | 'failed' | 'not_published';

/** How far n8n has come with registering a workflow's triggers. */
export interface PublicationStatus {
  status: 'in_progress' | Settled;
  triggers: { nodeId: string; status: string; errorMessage: string | null }[];
}

/** n8n gives up on a trigger after its fifth attempt, 15 seconds after the first. */
export const PUBLICATION_TIMEOUT_MS = 40_000;

/** What a workflow is until n8n has begun to make it the wanted. */
const before: Readonly<Partial<Record<Settled, Settled>>> = {
  published: 'not_published',
  not_published: 'published',
};

/**
 * Waits for the outcome of a publish or unpublish. n8n answers those requests before it has called any trigger:
 * the work is queued, and only this status, which the public API lacks, tells how it went. On a busy machine it tells
 * for a while how things were before.
 */
export function waitUntilSettled(
  connection: Connection,
  workflowId: string,
  wanted: Settled,
  timeout: number,
) {
  const ask = async (): Promise<PublicationStatus | undefined> => {
    const path = `/workflows/${workflowId}/publication-status`;
    const publication = await connection.rest<PublicationStatus>('GET', path);
    const { status } = publication;
    return status === 'in_progress' || status === before[wanted] ? undefined : publication;
  };
  return poll(ask, { timeout, what: `workflow ${workflowId} to be published or not` });
}

/** Throws with the triggers' own words unless every one of them was registered. */
export function assertPublished(workflowId: string, { status, triggers }: PublicationStatus): void {
  if (status === 'published') return;
  const reasons = triggers.flatMap(({ errorMessage }) => (errorMessage === null ? [] : [errorMessage]));
  const because = reasons.length === 0 ? '; read the server log for the reason' : `: ${reasons.join('; ')}`;
  throw new Error(`Workflow ${workflowId} was not published (${status})${because}`);
}
