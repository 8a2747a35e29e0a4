import type { Concern } from '../check.ts';

/** For the checks of a platform: names a file of its folder in the core, and what in there depends on the answer. */
export function concernsIn(platform: string): (file: string, point: string) => Concern {
  return (file, point) => ({ file: `packages/core/src/platforms/${platform}/${file}`, point });
}

/** Names a setting of the simulated platform, which assumes what is not known. */
export function simulatorSetting(platform: string, point: string): Concern {
  return { file: `packages/simulator/src/platforms/${platform}/settings.ts`, point };
}
