import { type CareEvent, complete, type Item } from '@carehooks/core';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { readConnection } from '../credential/connection.ts';
import { executionError } from './errors.ts';
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
      connection: await readConnection(context, trigger),
      http: httpThrough(context, trigger),
      clock,
      seen: seenIn(context),
      log: logTo(context),
      ...parameters,
    });
    return items.map((item) => toExecutionData(item, events));
  } catch (error) {
    throw executionError(context.getNode(), error);
  }
}

function toExecutionData(item: Item, events: readonly CareEvent[]): INodeExecutionData {
  return { json: item, pairedItem: { item: events.findIndex((event) => event.id === item.trigger.id) } };
}
