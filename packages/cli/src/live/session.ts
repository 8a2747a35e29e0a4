import type { Connection, Platform } from '@carehooks/core';
import type { CliIo } from '../io.ts';
import type { Access } from './access.ts';
import type { Asker } from './ask.ts';
import type { Reception } from './reception.ts';

/** What all checks of a run share. */
export interface Session {
  readonly platform: Platform;
  readonly io: CliIo;
  readonly entered: Connection;
  readonly access: Access;
  readonly asker: Asker;
  readonly reception: Reception;
  /** Aborted by Ctrl+C. */
  readonly interrupted: AbortSignal;
  /** Milliseconds that a check waits for deliveries. */
  readonly wait: number;
}
