import type { Platform } from '@carehooks/core';

/** What a trigger node says about itself to the shared code. */
export interface Trigger {
  readonly platform: Platform;
  /** Credential type with the webhook's secrets. */
  readonly secretCredential: string;
  /** Credential type with the access to the API. */
  readonly apiCredential: string;
}
