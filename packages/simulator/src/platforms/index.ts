import { type AllyOptions, createAlly } from './ally/index.ts';
import { createEkaCare, type EkaCareOptions } from './eka-care/index.ts';
import { createHalo, type HaloOptions } from './halo/index.ts';
import { createHaloConnect, type HaloConnectOptions } from './halo-connect/index.ts';
import { Refusal } from '../refusal.ts';
import type { PlatformContext, SimulatedPlatform } from './platform.ts';

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

/** @throws Refusal for a platform that nobody stands in for */
export function findSimulated(platforms: Platforms, id: string): SimulatedPlatform {
  const all: readonly SimulatedPlatform[] = Object.values(platforms);
  const found = all.find((platform) => platform.id === id);
  if (found !== undefined) return found;
  throw new Refusal(`The platform ${id} is not simulated: add it to the simulator's platforms.`, 404);
}
