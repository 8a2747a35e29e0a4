import { ally, type Platform } from '@carehooks/core';

/** What is generated for the app of a platform. */
export interface GeneratedApp {
  readonly platform: Platform;
  /** Top-level fields that together change with every change of a record, and only then. */
  readonly identity: readonly string[];
}

export const generatedApps: readonly GeneratedApp[] = [{ platform: ally, identity: ['id', 'updatedAt'] }];
