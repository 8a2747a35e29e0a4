import { type AllyOptions, createAlly } from './ally/index.ts';
import type { PlatformContext } from './platform.ts';

/** Where each platform starts from. */
export interface PlatformOptions {
  readonly ally?: AllyOptions;
}

/** Every simulated platform, one line each. */
export function createPlatforms(context: PlatformContext, options: PlatformOptions) {
  return {
    ally: createAlly(context, options.ally),
  };
}

export type Platforms = ReturnType<typeof createPlatforms>;
