/** How a command ends, for scripts. */
export const exitCodes = {
  good: 0,
  /** What was looked at is not good: rejected, unhealthy, not delivered. */
  notGood: 1,
  /** The command line or what it was given cannot be used. */
  usage: 2,
  /** The platform's API or the target cannot be reached, or answers with an error. */
  unreachable: 3,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Ends the command with this code. Everything that it has to say is written already. */
export class Exit extends Error {
  override readonly name = 'Exit';
  readonly code: ExitCode;

  constructor(code: ExitCode) {
    super(`Exit code ${code}`);
    this.code = code;
  }
}

/** A problem that a person can solve: what is wrong, and what to do. Neither text holds a secret. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly hint: string;
  readonly code: ExitCode;

  constructor(message: string, hint: string, code: ExitCode = exitCodes.usage) {
    super(message);
    this.hint = hint;
    this.code = code;
  }
}
