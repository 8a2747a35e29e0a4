import cancelled from '../../../../../fixtures/ally/appointment.cancelled.json' with { type: 'json' };
import completed from '../../../../../fixtures/ally/appointment.completed.json' with { type: 'json' };
import created from '../../../../../fixtures/ally/appointment.created.json' with { type: 'json' };
import scheduled from '../../../../../fixtures/ally/appointment.scheduled.json' with { type: 'json' };
import updated from '../../../../../fixtures/ally/appointment.updated.json' with { type: 'json' };
import type { Samples } from '../../platform.ts';
import { listAppointments } from './api.ts';

export const samples: Samples = {
  fixtures: {
    'appointment.created': created,
    'appointment.scheduled': scheduled,
    'appointment.completed': completed,
    'appointment.cancelled': cancelled,
    'appointment.updated': updated,
  },
  list: (connection) => listAppointments(connection),
};
