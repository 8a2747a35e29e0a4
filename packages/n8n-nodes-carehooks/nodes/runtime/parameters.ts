import {
  type FieldFilter,
  parseAlternatives,
  type Platform,
  readList,
  readNumber,
  type VerifyOptions,
} from '@carehooks/core';
import type { IExecuteFunctions } from 'n8n-workflow';
import { anyEvent } from '../description/option-lists.ts';
import { type AnyContext, readParameter, type TriggerContext } from './context.ts';

/** What the user set under Options, by name. Absent keys mean the default. An expression may have given anything. */
type TriggerOptions = Readonly<Record<string, unknown>>;

function readOptions(context: AnyContext): TriggerOptions {
  return readParameter<TriggerOptions>(context, 'options', {});
}

/** The events that are wanted, with those that the user named; none means all. */
function readEvents(context: TriggerContext, options: TriggerOptions): string[] {
  const chosen = readChosenEvents(context, options);
  return chosen.includes(anyEvent) ? [] : chosen;
}

/** The events to subscribe to: for "Any Event" all that the platform is known to have, and those that the user named. */
export function readSubscribedEvents(context: TriggerContext, platform: Platform): string[] {
  const chosen = readChosenEvents(context, readOptions(context));
  const known = platform.events.map(({ type }) => type);
  const named = chosen.filter((event) => event !== anyEvent);
  return chosen.includes(anyEvent) || named.length === 0 ? [...new Set([...known, ...named])] : named;
}

function readChosenEvents(context: TriggerContext, { customEvents }: TriggerOptions): string[] {
  const chosen = readList(readParameter<unknown>(context, 'events', []));
  return [...new Set([...chosen, ...readList(customEvents)])];
}

/** How deliveries are accepted. */
export interface AcceptParameters {
  readonly events: readonly string[];
  readonly filters: readonly FieldFilter[];
  readonly eventHeader: string | undefined;
  readonly output: 'full' | 'minimal';
  readonly verification: VerifyOptions;
}

export function readAcceptParameters(context: TriggerContext, platform: Platform): AcceptParameters {
  const options = readOptions(context);
  return {
    events: readEvents(context, options),
    filters: [...readNamedFilters(options, platform), ...readFilters(options)],
    eventHeader: asHeaderName(options['eventHeader']),
    output: readOutput(context),
    verification: {
      header: asHeaderName(options['signatureHeader']),
      tolerance: readNumber(options['replayWindow']),
      acceptUnsigned: options['acceptUnsigned'] === true,
    },
  };
}

/** How accepted events become items. */
export interface CompleteParameters {
  readonly relations: readonly string[];
  readonly output: 'full' | 'minimal';
  readonly onFailure: 'keep' | 'fail';
  /** Milliseconds. */
  readonly timeLimit: number;
}

/** Seconds. */
const defaultTimeLimit = 10;

export function readCompleteParameters(context: IExecuteFunctions): CompleteParameters {
  const options = readOptions(context);
  return {
    relations: readRelations(context),
    output: readOutput(context),
    onFailure: options['onFailure'] === 'fail' ? 'fail' : 'keep',
    timeLimit: (readNumber(options['deadline']) ?? defaultTimeLimit) * 1_000,
  };
}

/** Names of the related records that are to be fetched. */
export function readRelations(context: AnyContext): string[] {
  return readList(readParameter<unknown>(context, 'expand', []));
}

function readOutput(context: AnyContext): 'full' | 'minimal' {
  return readParameter<'full' | 'minimal'>(context, 'output', 'full');
}

/** The platform's own parameters, as the core reads them with the connection. */
export function readPlatformParameters(context: AnyContext, platform: Platform): Record<string, string> {
  if (platform.parameters === undefined) return {};
  const options = readOptions(context);
  const keys = platform.parameters.map(({ key }) => key).filter((key) => options[key] !== undefined);
  return Object.fromEntries(keys.map((key) => [key, String(options[key])]));
}

function readNamedFilters(options: TriggerOptions, platform: Platform): FieldFilter[] {
  return (platform.filters ?? [])
    .map(({ key, field }) => ({ field, operator: 'is' as const, values: readList(options[key]) }))
    .filter(({ values }) => values.length > 0);
}

interface FilterRow {
  readonly field: unknown;
  readonly operator: FieldFilter['operator'];
  readonly values: unknown;
}

function readFilters({ filters }: TriggerOptions): FieldFilter[] {
  const { field: rows = [] } = (filters ?? {}) as { field?: readonly FilterRow[] };
  return rows
    .map(({ field, operator, values }) => ({
      field: String(field ?? '').trim(),
      operator,
      values: parseAlternatives(String(values ?? '')),
    }))
    .filter(({ field }) => field !== '');
}

function asHeaderName(value: unknown): string | undefined {
  const name = String(value ?? '')
    .trim()
    .toLowerCase();
  return name === '' ? undefined : name;
}
