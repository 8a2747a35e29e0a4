import { z } from 'zod/v4';

const text = (label: string) => z.string().describe(label);
const time = (label: string) => z.iso.datetime({ offset: true }).describe(label);

const practitioner = z.looseObject({
  id: text('Practitioner ID'),
  display_name: text('Practitioner Name').optional(),
});

const cancellation = z.looseObject({
  by: text('Cancelled By').optional(),
  reason: text('Cancellation Reason').nullish(),
});

const client = z.looseObject({
  id: text('Client Record ID'),
  first_name: text('Client First Name').nullish(),
  last_name: text('Client Last Name').nullish(),
  email: text('Client Email').nullish(),
});

/** The booking with its client fetched. Unknown fields are kept: https://developers.larkmere.example/api/bookings */
export const booking = z.looseObject({
  id: text('Booking ID'),
  status: text('Status'),
  starts_at: time('Starts At'),
  ends_at: time('Ends At'),
  updated_at: time('Updated At'),
  client_id: text('Client ID').nullish(),
  note: text('Note').nullish(),
  practitioner: practitioner.nullish(),
  cancellation: cancellation.nullish(),
  client: client.optional(),
});
