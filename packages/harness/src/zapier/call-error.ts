import type { CallFailure } from './messages.ts';

/** A call that the app's handler rejected. `name` is the app's: HaltedError, AppError, CheckError... */
export class ZapierCallError extends Error {
  constructor({ name, message }: CallFailure) {
    super(message);
    this.name = name;
  }
}
