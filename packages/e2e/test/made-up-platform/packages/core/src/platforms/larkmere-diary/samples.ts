import cancelled from '../../../../../fixtures/larkmere-diary/booking.cancelled.json' with { type: 'json' };
import created from '../../../../../fixtures/larkmere-diary/booking.created.json' with { type: 'json' };
import moved from '../../../../../fixtures/larkmere-diary/booking.moved.json' with { type: 'json' };
import type { Samples } from '../../platform.ts';

/** The API has no list of bookings. */
export const samples: Samples = {
  fixtures: {
    'booking.created': created,
    'booking.moved': moved,
    'booking.cancelled': cancelled,
  },
};
