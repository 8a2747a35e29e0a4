import { type CareEvent, complete, type Connection, type Item, TriggerError } from '@carehooks/core';
import { type IExecuteFunctions, type INodeExecutionData, NodeOperationError } from 'n8n-workflow';
import { readCompleteParameters } from './parameters.ts';
import { clock, httpThrough, logTo } from './ports.ts';
import { seenIn } from './seen.ts';
import type { Trigger } from './trigger.ts';

/**
 * The second half of the pipeline, inside the execution: drops repeats, expands and shapes.
 *
 * @throws NodeOperationError with a message of ours and what to do next
 */
export async function completeEvents(
  context: IExecuteFunctions,
  trigger: Trigger,
): Promise<INodeExecutionData[]> {
  const events = context.getInputData().map((item) => item.json as unknown as CareEvent);
  const parameters = readCompleteParameters(context);
  try {
    const items = await complete(events, {
      platform: trigger.platform,
      connection: await readConnection(context, trigger.apiCredential),
      http: httpThrough(context, trigger.apiCredential),
      clock,
      seen: seenIn(context),
      log: logTo(context),
      ...parameters,
    });
    return items.map((item) => toExecutionData(item, events));
  } catch (error) {
    if (!(error instanceof TriggerError)) throw new NodeOperationError(context.getNode(), error as Error);
    throw new NodeOperationError(context.getNode(), error.message, { description: error.hint });
  }
}

/** Who expands nothing need not give any access to the API. */
async function readConnection(context: IExecuteFunctions, credential: string): Promise<Connection> {
  if (context.getNode().credentials?.[credential] === undefined) return {};
  const values = Object.entries(await context.getCredentials(credential));
  return Object.fromEntries(
    values.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function toExecutionData(item: Item, events: readonly CareEvent[]): INodeExecutionData {
  return { json: item, pairedItem: { item: events.findIndex((event) => event.id === item.trigger.id) } };
}
