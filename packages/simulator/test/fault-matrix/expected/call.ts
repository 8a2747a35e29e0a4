import type { ErrorCode, ExpansionStatus } from '@carehooks/core';
import type { FaultName } from '../faults.ts';

export type Host = 'n8n' | 'zapier';

export type PlatformId = 'ally' | 'eka-care' | 'halo-connect' | 'halo';

/** What is left when a call has ended, in words. */
export const leftovers = {
  nothing: 'nothing',
  seen: 'the event counts as seen',
  free: 'the event is free: sent again, it gives the item',
  none: 'no webhook',
  right: 'one webhook, as it should be',
  old: 'the webhook as it was',
  unfinished: 'one webhook that sends nothing yet',
} as const;

export type Left = keyof typeof leftovers;

/** What comes of some faults. */
export interface Row {
  readonly after: readonly FaultName[];
  /** The problem that people are shown, with what to do. Left out where the call works. */
  readonly told?: ErrorCode;
  /** What `trigger.expansion` of the item says about each related record. */
  readonly says?: ExpansionStatus;
  readonly left: Left | Readonly<Record<Host, Left>>;
  /** Left out for both. */
  readonly host?: Host;
  /** Left out for all that the call is for. */
  readonly platforms?: readonly PlatformId[];
}

/** What people see on a host, in words. */
export interface Sight {
  readonly works: string;
  readonly told: string;
  /** In place of `told`, where the API asks to slow down. */
  readonly throttled?: string;
}

/** Something that a host asks of an API, and all that may come of it. */
export interface Call {
  readonly title: string;
  readonly about: string;
  readonly hosts: readonly Host[];
  readonly platforms: readonly PlatformId[];
  readonly see: Readonly<Partial<Record<Host, Sight>>>;
  readonly rows: readonly Row[];
}

export const everywhere: readonly PlatformId[] = ['ally', 'eka-care', 'halo-connect', 'halo'];

/** Where webhooks are made by API, after a login. */
export const withWebhooks: readonly PlatformId[] = ['eka-care', 'halo'];
