import type { Platform } from '../../platform.ts';
import { api } from './api.ts';
import { envelope } from './envelope.ts';
import { events } from './events.ts';
import { relations } from './relations.ts';
import { samples } from './samples.ts';
import { settings } from './settings.ts';
import { signature } from './signature.ts';
import { subscription } from './subscription.ts';

/** Larkmere Diary: the booking diary of small practices. https://developers.larkmere.example */
export const larkmereDiary = {
  id: 'larkmere-diary',
  name: 'Larkmere Diary',
  settings,
  events,
  signature,
  envelope,
  subscription,
  relations,
  api,
  samples,
  minimal: ['id', 'status', 'starts_at', 'ends_at', 'updated_at', 'client_id', 'practitioner.id'],
} as const satisfies Platform;
