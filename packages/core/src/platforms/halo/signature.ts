import type { BasicScheme } from '../../signature/scheme.ts';

/**
 * HALO signs nothing: a webhook can send a user name and password (https://usehalo.com/guides/838). Where even those
 * cannot be set, a token in the payload URL proves the same.
 */
export const signature = { kind: 'basic', tokenParameter: 'token' } as const satisfies BasicScheme;
