import type { CompleteOptions, Platform } from '@carehooks/core';
import type { Bundle, ZObject } from 'zapier-platform-core';
import { callTimeLimit } from './client.ts';
import { clock } from './clock.ts';
import { connectionOf } from './connection.ts';
import { createLog } from './log.ts';
import { readSettings } from './settings.ts';
import { createHttp } from './transport.ts';

/**
 * The core's options for one call: the user's choices and this host's ports.
 *
 * There is no memory of events that went out, unless the trigger adds one. Zapier itself drops polled items that it has
 * seen. For a webhook made by hand nothing in a call tells which Zap it is for, and a memory shared by all Zaps of a
 * connection would make two Zaps take each other's events: only repeats within one delivery are dropped.
 */
export function pipelineOptions(z: ZObject, bundle: Bundle, platform: Platform): CompleteOptions {
  const connection = connectionOf(bundle, platform);
  const { relations, onFailure, output } = readSettings(bundle.inputData);
  return {
    platform,
    connection,
    relations,
    onFailure,
    output,
    timeLimit: callTimeLimit,
    http: createHttp(z, platform, connection),
    clock,
    log: createLog(z),
  };
}
