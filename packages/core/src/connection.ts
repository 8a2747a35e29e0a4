/** What a user entered about an account: the values of the platform's settings by key. */
export type Connection = Readonly<Record<string, string | undefined>>;

/** One field of a connection, from which hosts make their forms. */
export interface Setting {
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly type: 'text' | 'secret' | 'choice';
  readonly choices?: ReadonlyArray<{ readonly value: string; readonly label: string }>;
  readonly default?: string;
  readonly required?: boolean;
}

/** The value that the user set, else the setting's default. Empty text counts as set: it may mean "none". */
export function settingOf(connection: Connection, settings: readonly Setting[], key: string): string {
  return connection[key] ?? settings.find((setting) => setting.key === key)?.default ?? '';
}
