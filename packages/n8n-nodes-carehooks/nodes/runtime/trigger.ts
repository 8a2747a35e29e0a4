import type { Platform } from '@carehooks/core';

/** What a trigger node says about itself to the shared code. */
export interface Trigger {
  readonly platform: Platform;
  /** Credential type with the access to the API. */
  readonly apiCredential: string;
  /** Credential type with the secrets of a webhook that a person makes; left out where only we make them. */
  readonly secretCredential?: string;
}
