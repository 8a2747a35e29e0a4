import type { ICredentialDataDecryptedObject, IWebhookFunctions } from 'n8n-workflow';

interface Reading {
  /** When it began. */
  readonly at: number;
  readonly data: Promise<ICredentialDataDecryptedObject>;
}

/** Above this, all is forgotten. There is one for each published trigger that gets deliveries. */
const maxReadings = 1_000;

const readings = new Map<string, Reading>();

/**
 * The credential of a type as it was at some moment since the given time. Outside an execution n8n reads a credential
 * anew each time that it is asked, and by default sets up an expression engine for it: a third of all that a delivery
 * costs.
 */
export function readCredential(
  context: IWebhookFunctions,
  type: string,
  since: number,
): Promise<ICredentialDataDecryptedObject> {
  const { id, credentials } = context.getNode();
  const key = [context.getWorkflow().id, id, type, credentials?.[type]?.id, context.getMode()].join(' ');
  const now = Date.now();
  const reading = readings.get(key);
  // A reading of the future is of before the clock was set back.
  if (reading !== undefined && reading.at >= since && reading.at <= now) return reading.data;
  if (readings.size >= maxReadings) readings.clear();
  const data = context.getCredentials(type);
  readings.set(key, { at: now, data });
  // Whoever asked for it sees the error; the next one is to try again.
  data.catch(() => readings.delete(key));
  return data;
}
