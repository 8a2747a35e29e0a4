import type { Platform } from '../../platform.ts';
import { api } from './api.ts';
import { choices, filters } from './choices.ts';
import { envelope } from './envelope.ts';
import { events } from './events.ts';
import { minimal } from './minimal.ts';
import { relations } from './relations.ts';
import { samples } from './samples.ts';
import { settings } from './settings.ts';
import { signature } from './signature.ts';
import { subscription } from './subscription.ts';

/** Eka Care: practice management for clinics in India. https://developer.eka.care */
export const ekaCare = {
  id: 'eka-care',
  name: 'Eka Care',
  settings,
  events,
  customEvents: true,
  filters,
  choices,
  signature,
  envelope,
  subscription,
  relations,
  api,
  samples,
  minimal,
} as const satisfies Platform;
