import { accept, type Connection, complete, type Item, type Platform, type Seen } from '@carehooks/core';
import type { Bundle, ZObject } from 'zapier-platform-core';
import { connectionOf } from '../connection.ts';
import { toDelivery } from '../delivery.ts';
import { pipelineOptions } from '../pipeline.ts';
import { Rejection, sealed, type Perform } from '../sealed.ts';
import { readSettings, type ZapSettings } from '../settings.ts';

/** What a delivery is checked against. */
export interface Trust {
  readonly secrets: readonly string[];
  readonly acceptUnsigned: boolean;
  /** Left out where nothing tells which Zap a call is for. */
  readonly seen?: Seen;
}

export type TrustOf = (connection: Connection, settings: ZapSettings, bundle: Bundle, z: ZObject) => Trust;

/**
 * Makes items of a delivery. Zapier answers the sender before it calls this, so that a rejection shows in the history
 * of the Zap only.
 *
 * @param type the event that is wanted, or null for any
 */
export function receive(platform: Platform, type: string | null, trustOf: TrustOf): Perform<Item[]> {
  return sealed(async (z, bundle) => {
    const settings = readSettings(bundle.inputData, platform.filters);
    const connection = connectionOf(bundle, platform);
    const { secrets, acceptUnsigned, seen } = trustOf(connection, settings, bundle, z);
    const outcome = accept(toDelivery(bundle), {
      platform,
      secrets,
      events: type === null ? [] : [type],
      filters: settings.filters,
      output: settings.output,
      verification: { ...verificationOf(platform, connection, settings), acceptUnsigned },
      ...(settings.eventHeader === '' ? {} : { eventHeader: settings.eventHeader }),
    });
    if (outcome.kind === 'rejected') throw new Rejection(outcome.code);
    if (outcome.kind === 'ignored') return [];
    const options = pipelineOptions(z, bundle, platform);
    // The good parts of a batch go out; that some could not be read is told without a word of them.
    if (outcome.malformed > 0) options.log?.({ code: 'envelope-unexpected' });
    return complete(outcome.events, seen === undefined ? options : { ...options, seen });
  });
}

function verificationOf(platform: Platform, connection: Connection, settings: ZapSettings) {
  const { signatureHeader, replayWindow } = settings;
  const key = platform.signingKey?.(connection);
  return {
    ...(signatureHeader === '' ? {} : { header: signatureHeader }),
    ...(replayWindow === undefined ? {} : { tolerance: replayWindow }),
    ...(key === undefined ? {} : { key }),
  };
}
