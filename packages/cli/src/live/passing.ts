import type { ErrorCode } from '@carehooks/core';

/** Failures that may be over in a minute, and say nothing about what was asked. */
export const passing: readonly ErrorCode[] = ['api-throttled', 'api-timeout', 'api-unavailable'];
