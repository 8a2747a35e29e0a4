import { type AllyOptions, createAlly } from './ally/index.ts';
import { createEkaCare, type EkaCareOptions } from './eka-care/index.ts';
import { createHalo, type HaloOptions } from './halo/index.ts';
import { createHaloConnect, type HaloConnectOptions } from './halo-connect/index.ts';
import type { PlatformContext } from './platform.ts';

/** Where each platform starts from. */
export interface PlatformOptions {
  readonly ally?: AllyOptions;
  readonly ekaCare?: EkaCareOptions;
  readonly haloConnect?: HaloConnectOptions;
  readonly halo?: HaloOptions;
}

/** Every simulated platform, one line each. */
export function createPlatforms(context: PlatformContext, options: PlatformOptions) {
  return {
    ally: createAlly(context, options.ally),
    ekaCare: createEkaCare(context, options.ekaCare),
    haloConnect: createHaloConnect(context, options.haloConnect),
    halo: createHalo(context, options.halo),
  };
}

export type Platforms = ReturnType<typeof createPlatforms>;
