import { type FieldFilter, parseAlternatives, type Platform, type VerifyOptions } from '@carehooks/core';
import type { IExecuteFunctions } from 'n8n-workflow';
import { type AnyContext, readParameter, type TriggerContext } from './context.ts';

/** Value of the option "Any Event" of every trigger. */
const anyEvent = '*';

/** What the user set under Options. Absent keys mean the default; beside these are the platform's own. */
interface TriggerOptions {
  readonly acceptUnsigned?: boolean;
  readonly customEvents?: string;
  readonly deadline?: number;
  readonly eventHeader?: string;
  readonly filters?: {
    readonly field?: ReadonlyArray<{ field: string; operator: FieldFilter['operator']; values: string }>;
  };
  readonly onFailure?: 'keep' | 'fail';
  /** Seconds. */
  readonly replayWindow?: number;
  readonly signatureHeader?: string;
  readonly [key: string]: unknown;
}

export function readOptions(context: AnyContext): TriggerOptions {
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
  const chosen = readParameter<string[]>(context, 'events', []);
  const custom = parseAlternatives(customEvents ?? '').filter((event) => event !== '');
  return [...new Set([...chosen, ...custom])];
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
    eventHeader: headerName(options.eventHeader),
    output: readOutput(context),
    verification: {
      header: headerName(options.signatureHeader),
      tolerance: options.replayWindow,
      acceptUnsigned: options.acceptUnsigned === true,
    },
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
  const options = readOptions(context);
  return {
    relations: readParameter<string[]>(context, 'expand', []),
    output: readOutput(context),
    onFailure: options.onFailure ?? 'keep',
    deadline: (options.deadline ?? defaultDeadline) * 1000,
  };
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
    .map(({ key, field }) => ({ field, operator: 'is' as const, values: readValues(options[key]) }))
    .filter(({ values }) => values.some((value) => value !== ''));
}

/** What was chosen from a list, or typed with commas. */
function readValues(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : parseAlternatives(String(value ?? ''));
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
