import type { ExecutionStatus } from '../client/execution.ts';
import type { Manner } from './plan.ts';

/** An event that was sent, and what the platform saw of it. */
export interface SentEvent {
  readonly platform: string;
  /** What the event is about: no two events are about the same. */
  readonly subject: string;
  readonly manner: Manner;
  /** Deliveries without retries; more than one of the same event are repeats. */
  readonly deliveries: number;
  /** Deliveries that were answered with 2xx in the end. */
  readonly accepted: number;
}

/** An execution of n8n, and what came out of the trigger to the node after it. */
export interface Run {
  readonly id: string;
  readonly platform: string;
  readonly status: ExecutionStatus;
  /** Somebody ran a failed execution again. */
  readonly retry: boolean;
  readonly subjects: readonly string[];
}

/** What became of everything that was sent. */
export interface Reckoning {
  readonly deliveries: number;
  readonly repeats: number;
  readonly forged: number;
  readonly accepted: number;
  /** Events that no delivery of was ever accepted: the platform gave up, and knows it. */
  readonly refused: number;
  /** Events with an item. */
  readonly items: number;
  /** Executions that show as failed or crashed. */
  readonly failed: number;
  /** Events whose item came when a person ran the failed execution again, and not before. */
  readonly recovered: number;
  /** Items that such a retry gave a second time: n8n's retry runs the execution whatever happened since. */
  readonly retriedTwice: number;
  /** Subjects of events that were accepted, and gave no item even when every failed execution was run again. */
  readonly lost: readonly string[];
  /** Subjects of events whose item came out more than once without anybody asking for it. */
  readonly doubled: readonly string[];
  /** How many of these were sent twice in the same moment. */
  readonly doubledAtOnce: number;
  /** Subjects of forged deliveries that were answered with 2xx, or that an execution has an item of. */
  readonly letIn: readonly string[];
}

/** Compares what was sent with what came out. */
export function reckon(sent: readonly SentEvent[], runs: readonly Run[]): Reckoning {
  const genuine = sent.filter(({ manner }) => manner !== 'forged');
  const forgeries = sent.filter(({ manner }) => manner === 'forged');
  const byItself = countSubjects(runs.filter(({ retry }) => !retry));
  const byRetry = countSubjects(runs.filter(({ retry }) => retry));
  const count = ({ subject }: SentEvent) => byItself.get(subject) ?? 0;
  const retried = ({ subject }: SentEvent) => byRetry.get(subject) ?? 0;
  const hasItem = (event: SentEvent) => count(event) + retried(event) > 0;
  const doubled = genuine.filter((event) => count(event) > 1);
  const subjects = (events: readonly SentEvent[]) => events.map(({ subject }) => subject);
  return {
    deliveries: sum(sent.map(({ deliveries }) => deliveries)),
    repeats: sum(genuine.map(({ deliveries }) => deliveries - 1)),
    forged: sum(forgeries.map(({ deliveries }) => deliveries)),
    accepted: sum(sent.map(({ accepted }) => accepted)),
    refused: genuine.filter((event) => event.accepted === 0 && !hasItem(event)).length,
    items: genuine.filter(hasItem).length,
    failed: runs.filter(({ status, retry }) => !retry && hasFailed(status)).length,
    recovered: genuine.filter((event) => count(event) === 0 && retried(event) > 0).length,
    retriedTwice: sum(genuine.map((event) => Math.max(0, retried(event) - (count(event) === 0 ? 1 : 0)))),
    lost: subjects(genuine.filter((event) => event.accepted > 0 && !hasItem(event))),
    doubled: subjects(doubled),
    doubledAtOnce: doubled.filter(({ manner }) => manner === 'twice-at-once').length,
    letIn: subjects(forgeries.filter((event) => event.accepted > 0 || hasItem(event))),
  };
}

/** Whether the executions list shows that something is to be done. */
export function hasFailed(status: ExecutionStatus): boolean {
  return status === 'error' || status === 'crashed';
}

function countSubjects(runs: readonly Run[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const subject of runs.flatMap(({ subjects }) => subjects)) {
    counts.set(subject, (counts.get(subject) ?? 0) + 1);
  }
  return counts;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
