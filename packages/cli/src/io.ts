import type { Readable, Writable } from 'node:stream';

/** Everything that a command reads and writes. Commands touch no global of the process, so that tests run in one. */
export interface CliIo {
  readonly stdin: Readable;
  /** What a command found out. */
  readonly stdout: Writable;
  /** What is on its way, and what went wrong. */
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a person sits at the keyboard, who can be asked. */
  readonly isInteractive: boolean;
}
