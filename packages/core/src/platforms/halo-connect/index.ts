import type { Platform } from '../../platform.ts';
import { api } from './api.ts';
import { changes } from './changes.ts';
import { envelope } from './envelope.ts';
import { events } from './events.ts';
import { choices, filters } from './filters.ts';
import { parameters } from './parameters.ts';
import { relations } from './relations.ts';
import { samples } from './samples.ts';
import { settings } from './settings.ts';
import { signature, signingKey } from './signature.ts';
import { subscription } from './subscription.ts';

/** Halo Connect: queries against practice management systems in Australia. https://docs.haloconnect.io */
export const haloConnect = {
  id: 'halo-connect',
  name: 'Halo Connect',
  settings,
  parameters,
  events,
  filters,
  choices,
  signature,
  signingKey,
  envelope,
  subscription,
  relations,
  api,
  samples,
  changes,
  minimal: [
    'id',
    'occurredAt',
    'siteId',
    'queryId',
    'webhookSource',
    'result.status',
    'result.truncated',
    'result.rowCount',
    'result.rowsTotal',
    'query.status',
    'site.availability',
    'site.status',
  ],
} as const satisfies Platform;
