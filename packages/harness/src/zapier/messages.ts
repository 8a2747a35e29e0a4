/** What the parent asks of the child: one event for the app's Lambda handler. */
export interface CallMessage {
  id: number;
  event: Record<string, unknown>;
}

/** One line that the handler logged, or that something in its process wrote to an output stream. */
export interface ZapierLog {
  /** `logger`: what Zapier's log history would show. `stdout`, `stderr`: what the Lambda's own log would hold. */
  source: 'logger' | 'stdout' | 'stderr';
  message: string;
  data?: Record<string, unknown>;
}

export interface CallFailure {
  name: string;
  message: string;
}

/** What the child sends: that the app is loaded, logs as they happen, and one answer for each call. */
export type ChildMessage =
  | { type: 'ready' }
  | { type: 'broken'; error: CallFailure }
  | { type: 'log'; log: ZapierLog }
  | { type: 'results'; id: number; results: unknown }
  | { type: 'failure'; id: number; error: CallFailure };
