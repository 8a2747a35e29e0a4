/** An app as Zapier stores it, as far as its publishing rules go: plain JSON, functions replaced by names. */
export interface Definition {
  readonly authentication?: {
    readonly fields?: readonly Field[];
    readonly test?: string;
    readonly connectionLabel?: string;
  };
  readonly flags?: { readonly cleanInputData?: boolean };
  readonly triggers: Readonly<Record<string, Action>>;
  readonly searches?: Readonly<Record<string, Action>>;
  readonly creates?: Readonly<Record<string, Action>>;
  readonly searchOrCreates?: Readonly<Record<string, { readonly search: string; readonly create: string }>>;
}

/** A trigger, a search or a create. */
export interface Action {
  readonly key: string;
  readonly display: { readonly label: string; readonly description: string; readonly directions?: string };
  readonly operation: {
    readonly type?: string;
    readonly performList?: string;
    readonly performSubscribe?: string;
    readonly performUnsubscribe?: string;
    /** A function that makes fields is a name here. */
    readonly inputFields?: ReadonlyArray<Field | string>;
    readonly outputFields?: ReadonlyArray<Field | string>;
    readonly sample?: unknown;
    readonly cleanInputData?: boolean;
  };
}

export interface Field {
  readonly key: string;
  readonly label?: string;
  readonly helpText?: string;
  readonly type?: string;
  /** Filled by Zapier, and shown to nobody. */
  readonly computed?: boolean;
  readonly required?: boolean;
  readonly primary?: boolean;
  readonly list?: boolean;
  readonly dict?: boolean;
  readonly children?: readonly unknown[];
  readonly dynamic?: string;
  readonly search?: string;
}

/** Something in a definition, and the dotted path to it. */
export interface Found<Thing> {
  readonly where: string;
  readonly thing: Thing;
}

export function actionsOf(definition: Definition): Array<Found<Action>> {
  return (['triggers', 'searches', 'creates'] as const).flatMap((kind) => entriesOf(definition[kind], kind));
}

export function triggersOf({ triggers }: Definition): Array<Found<Action>> {
  return entriesOf(triggers, 'triggers');
}

export function entriesOf<Thing>(
  things: Readonly<Record<string, Thing>> = {},
  path: string,
): Array<Found<Thing>> {
  return Object.entries(things).map(([key, thing]) => ({ where: `${path}.${key}`, thing }));
}

/** Fields that are there for every user. */
export function staticFields(fields: ReadonlyArray<Field | string> = []): Field[] {
  return fields.filter((field) => typeof field !== 'string');
}

export function inputFieldsOf(definition: Definition): Array<Found<Field>> {
  return actionsOf(definition).flatMap(({ where, thing }) =>
    staticFields(thing.operation.inputFields).map((field) => ({
      where: `${where}.${field.key}`,
      thing: field,
    })),
  );
}

/** The fields of the connection that a person fills in. */
export function accountFieldsOf({ authentication }: Definition): Array<Found<Field>> {
  return (authentication?.fields ?? [])
    .filter(({ computed }) => computed !== true)
    .map((field) => ({ where: `authentication.${field.key}`, thing: field }));
}

/** All texts, at any depth. */
export function stringsIn(value: unknown, where = ''): Array<Found<string>> {
  if (typeof value === 'string') return [{ where, thing: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    stringsIn(entry, where === '' ? key : `${where}.${key}`),
  );
}
