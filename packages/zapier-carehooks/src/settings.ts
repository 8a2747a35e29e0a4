import {
  type FieldFilter,
  type FilterDefinition,
  parseAlternatives,
  readList,
  readNumber,
} from '@carehooks/core';
import { toHeaderName } from './delivery.ts';
import { toFieldKey } from './fields/key.ts';

/** What the user set in the trigger step of a Zap. */
export interface ZapSettings {
  readonly customEvents: readonly string[];
  readonly relations: readonly string[];
  readonly onFailure: 'keep' | 'fail';
  readonly output: 'full' | 'minimal';
  readonly webhookSecret: string;
  readonly acceptUnsigned: boolean;
  readonly signatureHeader: string;
  readonly eventHeader: string;
  readonly filters: readonly FieldFilter[];
  /** Seconds, or undefined for the platform's own window. */
  readonly replayWindow: number | undefined;
  readonly lookBackHours: number;
}

const defaultLookBackHours = 24;

/**
 * Reads the fields of `fields/`. Zapier leaves out what is empty.
 *
 * @param named the platform's own filters
 */
export function readSettings(
  input: Readonly<Record<string, unknown>>,
  named: readonly FilterDefinition[] = [],
): ZapSettings {
  return {
    customEvents: readList(input['custom_events']),
    relations: readList(input['expand']),
    onFailure: input['on_failure'] === 'fail' ? 'fail' : 'keep',
    output: input['output'] === 'minimal' ? 'minimal' : 'full',
    webhookSecret: asSecret(input['webhook_secret']),
    acceptUnsigned: asText(input['accept_unsigned']) === 'true',
    signatureHeader: toHeaderName(asText(input['signature_header'])),
    eventHeader: toHeaderName(asText(input['event_header'])),
    filters: [
      ...named.flatMap(({ key, field }) => asNamedFilter(field, input[toFieldKey(key)])),
      ...asFilters(input['only_when'], 'is'),
      ...asFilters(input['skip_when'], 'isNot'),
    ],
    replayWindow: readNumber(input['replay_window']),
    lookBackHours: readNumber(input['look_back_hours']) ?? defaultLookBackHours,
  };
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'boolean' ? String(value).trim() : '';
}

/** Unlike other text it is taken as it is: a space may belong to it. */
function asSecret(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** One filter, or none where nothing was chosen. */
function asNamedFilter(field: FieldFilter['field'], value: unknown): FieldFilter[] {
  const values = readList(value);
  return values.length === 0 ? [] : [{ field, operator: 'is', values }];
}

/** A dictionary of dotted field paths and alternatives. */
function asFilters(value: unknown, operator: FieldFilter['operator']): FieldFilter[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .map(([field, alternatives]) => ({
      field: field.trim(),
      operator,
      values: parseAlternatives(String(alternatives)),
    }))
    .filter(({ field }) => field !== '');
}
