import { type ErrorCode, TriggerError } from '@carehooks/core';
import { type INode, NodeOperationError } from 'n8n-workflow';

/** What n8n can do about a problem, beside what the platform can. */
const hintsOfThisHost: Partial<Record<ErrorCode, string>> = {
  'target-unreachable': 'On n8n the address is set with WEBHOOK_URL.',
};

/** An error as n8n shows it in an execution: the message, and what to do below it. */
export function executionError(node: INode, error: unknown): NodeOperationError {
  if (!(error instanceof TriggerError)) return new NodeOperationError(node, error as Error);
  return new NodeOperationError(node, error.message, { description: error.hint });
}

/** An error of publishing, of which n8n shows the message only. */
export function publishError(node: INode, error: unknown): NodeOperationError {
  if (!(error instanceof TriggerError)) return new NodeOperationError(node, error as Error);
  const sentences = [`${error.message}.`, error.hint, hintsOfThisHost[error.code]];
  return new NodeOperationError(node, sentences.filter((sentence) => sentence !== undefined).join(' '));
}
