import type { Platform } from '@carehooks/core';
import zapier, { type App, type PlainOutputField, type Trigger } from 'zapier-platform-core';
import { version } from '../package.json';
import { createAuthentication } from './authentication.ts';
import { createExpandChange } from './lazy-expansion.ts';
import { createTriggers } from './triggers/index.ts';

export interface AppDefinition {
  readonly platform: Platform;
  /** Generated from the platform's schema by `scripts/generate.ts`. */
  readonly outputFields: readonly PlainOutputField[];
  /** Generated from the platform's fixtures by `scripts/generate.ts`: an item for each trigger, by its key. */
  readonly samples: Readonly<Record<string, Record<string, unknown>>>;
}

/** A whole Zapier app for a platform. */
export function createApp(definition: AppDefinition): App<Record<string, Trigger>> {
  const expandChange = createExpandChange(definition.platform);
  return {
    version,
    platformVersion: zapier.version,
    authentication: createAuthentication(definition.platform),
    hydrators: { expandChange },
    triggers: createTriggers(definition, expandChange),
  };
}
