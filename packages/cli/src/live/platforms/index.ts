import type { Platform } from '@carehooks/core';
import { CliError } from '../../exit.ts';
import type { LiveCheck } from '../check.ts';
import { ally } from './ally.ts';
import { ekaCare } from './eka-care.ts';
import { haloConnect } from './halo-connect.ts';
import { halo } from './halo.ts';

/** What is to be settled about a platform. */
export interface LivePlatform {
  readonly platform: Platform;
  /** What a webhook of the run's own subscribes to; none where webhooks are made by hand. */
  readonly events: readonly string[];
  /** What a person adds to the URL of a webhook made by hand, to see what the platform makes of it. */
  readonly targetQuery?: string;
  /** In the order in which they are settled. */
  readonly checks: readonly LiveCheck[];
}

export const livePlatforms: readonly LivePlatform[] = [ally, ekaCare, haloConnect, halo];

/** @throws CliError for a platform that leaves nothing to settle */
export function findLive({ id, name }: Platform): LivePlatform {
  const found = livePlatforms.find(({ platform }) => platform.id === id);
  if (found !== undefined) return found;
  throw new CliError(
    `There are no live checks of ${name}.`,
    'Describe them in packages/cli/src/live/platforms.',
  );
}
