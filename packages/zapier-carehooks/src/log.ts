import type { Log } from '@carehooks/core';
import type { ZObject } from 'zapier-platform-core';

/** Writes what the core reports to the app's log at Zapier: codes and numbers, nothing from a delivery. */
export function createLog(z: ZObject): Log {
  return ({ code, relation, status }) => {
    const parts = [code, relation, status].filter((part) => part !== undefined);
    z.console.log(parts.join(' '));
  };
}
