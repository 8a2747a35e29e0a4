import type { Platform } from '../platform.ts';
import { ally } from './ally/index.ts';
import { ekaCare } from './eka-care/index.ts';
import { halo } from './halo/index.ts';
import { haloConnect } from './halo-connect/index.ts';

/** Every platform, one line each. Hosts, simulator and tests find them here. */
export const platforms: readonly Platform[] = [ally, ekaCare, haloConnect, halo];

export { ally, ekaCare, halo, haloConnect };
