import type { EventDefinition } from '../../platform.ts';

/** Source: https://developers.larkmere.example/webhooks/events */
export const events = [
  {
    type: 'booking.created',
    label: 'Booking Created',
    noun: 'Booking',
    description: 'Triggers when a booking is made.',
  },
  {
    type: 'booking.moved',
    label: 'Booking Moved',
    noun: 'Booking',
    description: 'Triggers when a booking gets another time or another practitioner.',
  },
  {
    type: 'booking.cancelled',
    label: 'Booking Cancelled',
    noun: 'Booking',
    description: 'Triggers when a booking is called off by either side.',
  },
] as const satisfies readonly EventDefinition[];
