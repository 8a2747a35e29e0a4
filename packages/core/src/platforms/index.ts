import type { Platform } from '../platform.ts';
import { ally } from './ally/index.ts';

/** Every platform, one line each. Hosts, simulator and tests find them here. */
export const platforms: readonly Platform[] = [ally];

export { ally };
