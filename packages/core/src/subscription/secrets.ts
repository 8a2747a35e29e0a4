import { createHash } from 'node:crypto';
import type { Connection } from '../connection.ts';
import type { Platform } from '../platform.ts';
import { deriveSecret } from '../signature/derive.ts';

/** User name of the Basic authentication that we set. */
export const basicUser = 'carehooks';

/** Names a target URL without telling it: it may be kept where the URL or a secret may not. */
export function targetKey(targetUrl: string): string {
  return createHash('sha256').update(targetUrl).digest('hex');
}

/**
 * The secrets that deliveries to a target may be signed with, where they are ours to choose: the current one first.
 * Nothing has to be stored for them, so nothing can be lost or leak.
 *
 * @param key of the target URL, from `targetKey`
 */
export function derivedSecrets(platform: Platform, connection: Connection, key: string): string[] {
  if (platform.subscription.mode !== 'api') return [];
  return platform.subscription
    .rootSecrets(connection)
    .filter((root) => root !== '')
    .map((root) => deriveSecret(root, platform.id, key))
    .map((derived) => (platform.signature.kind === 'basic' ? `${basicUser}:${derived}` : derived));
}
