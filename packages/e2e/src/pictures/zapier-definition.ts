/**
 * The part of an app's definition that its users read when they set up the trigger of a Zap.
 * https://github.com/zapier/zapier-platform/blob/main/packages/schema/docs/build/schema.md
 */
export interface AppDefinition {
  readonly triggers: Readonly<Record<string, Trigger>>;
}

export interface Trigger {
  readonly display: {
    readonly label: string;
    readonly description: string;
    /** Numbered lines. */
    readonly directions?: string;
  };
  readonly operation: {
    readonly inputFields: readonly Field[];
    /** Folded up at first. */
    readonly inputFieldGroups?: readonly { readonly key: string; readonly label: string }[];
  };
}

export interface Field {
  readonly label: string;
  readonly helpText?: string;
  readonly required?: boolean;
  readonly default?: string;
  readonly placeholder?: string;
  readonly choices?: Readonly<Record<string, string>>;
  readonly list?: boolean;
  readonly dict?: boolean;
  /** Key of the group it belongs to. */
  readonly group?: string;
}
