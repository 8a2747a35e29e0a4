import type { Platform } from '../../platform.ts';
import { api } from './api.ts';
import { changes } from './changes.ts';
import { envelope } from './envelope.ts';
import { events } from './events.ts';
import { expandTogether, relations } from './relations.ts';
import { samples } from './samples.ts';
import { settings } from './settings.ts';
import { signature } from './signature.ts';
import { subscription } from './subscription.ts';

/** Ally, now named Heim: home visits and remote care in the United Kingdom. https://docs.heim.health */
export const ally = {
  id: 'ally',
  name: 'Ally (Heim)',
  settings,
  events,
  signature,
  envelope,
  subscription,
  relations,
  expandTogether,
  api,
  samples,
  changes,
  minimal: [
    'id',
    'status',
    'createdAt',
    'updatedAt',
    'startAfter',
    'completeBefore',
    'estimatedTimeOfArrival',
    'organisationId',
    'patient.id',
    'task.id',
    'window.id',
    'window.startAt',
    'practitioner.id',
  ],
} as const satisfies Platform;
