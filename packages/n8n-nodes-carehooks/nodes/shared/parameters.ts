import { type FieldFilter, parseAlternatives } from '@carehooks/core';
import type { IExecuteFunctions, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

/** Value of the option "Any Event" of every trigger. */
const anyEvent = '*';

/** What the user set under Options. Absent keys mean the default. */
interface TriggerOptions {
  acceptUnsigned?: boolean;
  deadline?: number;
  eventHeader?: string;
  filters?: { field?: Array<{ field: string; operator: FieldFilter['operator']; values: string }> };
  onFailure?: 'keep' | 'fail';
  signatureHeader?: string;
}

/** How deliveries are accepted. */
export interface AcceptParameters {
  readonly events: readonly string[];
  readonly filters: readonly FieldFilter[];
  readonly acceptUnsigned: boolean;
  readonly eventHeader: string | undefined;
  readonly signatureHeader: string | undefined;
}

export function readAcceptParameters(context: IWebhookFunctions | IHookFunctions): AcceptParameters {
  const events = context.getNodeParameter('events', []) as string[];
  const options = context.getNodeParameter('options', {}) as TriggerOptions;
  return {
    events: events.includes(anyEvent) ? [] : events,
    filters: readFilters(options),
    acceptUnsigned: options.acceptUnsigned === true,
    eventHeader: headerName(options.eventHeader),
    signatureHeader: headerName(options.signatureHeader),
  };
}

/** How accepted events become items. */
export interface CompleteParameters {
  readonly relations: readonly string[];
  readonly output: 'full' | 'minimal';
  readonly onFailure: 'keep' | 'fail';
  /** Milliseconds. */
  readonly deadline: number;
}

const defaultDeadline = 10;

export function readCompleteParameters(context: IExecuteFunctions): CompleteParameters {
  const options = context.getNodeParameter('options', 0, {}) as TriggerOptions;
  return {
    relations: context.getNodeParameter('expand', 0, []) as string[],
    output: context.getNodeParameter('output', 0, 'full') as 'full' | 'minimal',
    onFailure: options.onFailure ?? 'keep',
    deadline: (options.deadline ?? defaultDeadline) * 1000,
  };
}

function readFilters(options: TriggerOptions): FieldFilter[] {
  const rows = options.filters?.field ?? [];
  return rows
    .filter((row) => row.field.trim() !== '')
    .map((row) => ({
      field: row.field.trim(),
      operator: row.operator,
      values: parseAlternatives(row.values),
    }));
}

function headerName(text: string | undefined): string | undefined {
  const name = text?.trim().toLowerCase();
  return name === '' ? undefined : name;
}
