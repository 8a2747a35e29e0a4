import { type Context, Hono } from 'hono';
import type { Collection } from '../../store/collection.ts';
import { Refusal } from '../../refusal.ts';
import { answerError, answerFailure, answerGatewayError } from './answers.ts';
import { listAppointments } from './appointments.ts';
import { authenticated } from './authenticate.ts';
import { loginRoutes } from './login.ts';
import type { EkaCareParts } from './parts.ts';
import type { EkaCareData, Entry } from './records.ts';
import { subscriptionRoutes } from './subscriptions.ts';

/** The REST API with all its services: https://developer.eka.care/api-reference/introduction */
export function apiRoutes(parts: EkaCareParts): Hono {
  const routes = new Hono();
  routes.onError((error, c) =>
    error instanceof Refusal
      ? answerError(c, error.status, 'INVALID_REQUEST_PARAMETERS', error.message)
      : answerError(c, 500, 'SERVER_ERROR', 'Internal Server Error'),
  );
  routes.route('/connect-auth/v1/account', loginRoutes(parts));
  routes.use('*', authenticated(parts));
  routes.route('/notification/v1/connect/webhook/subscriptions', subscriptionRoutes(parts));
  routes.get('/dr/v1/business/entities', (c) => c.json(businessEntities(parts.data)));
  routes.get('/dr/v1/appointment', (c) =>
    c.json({ appointments: listAppointments(parts.data, c.req.query()) }),
  );
  addRecords(routes, parts.data);
  routes.all('*', (c) => answerGatewayError(c, 404, 'Not Found'));
  return routes;
}

type Answer = (c: Context) => Response;

/** Each service tells in its own way that there is no such record. */
function addRecords(routes: Hono, data: EkaCareData): void {
  const serve = (
    path: string,
    collection: Collection<Entry>,
    missing: Answer,
    wrap = (found: unknown) => found,
  ) =>
    routes.get(`${path}/:id`, (c) => {
      const entry = collection.get(c.req.param('id') ?? '');
      return entry === undefined ? missing(c) : c.json(wrap(entry.record) as object);
    });
  serve('/dr/v1/appointment', data.appointments, (c) =>
    answerError(c, 404, 'NOT_FOUND', 'Appointment not found'),
  );
  serve('/dr/v1/patient', data.patients, (c) =>
    c.json(
      {
        error: { code: 'PATIENTS_NOT_FOUND', message: 'Patient not found' },
        status_code: 404,
        success: false,
      },
      404,
    ),
  );
  // A doctor that does not exist is answered with 500.
  serve('/dr/v1/doctor', data.doctors, (c) =>
    c.json({ data: {}, error: { code: 'INVALID_DATA', message: 'Invalid doctor id' } }, 500),
  );
  serve(
    '/dr/v1/business/clinic',
    data.clinics,
    (c) => answerFailure(c, 404, 'CLINIC_NOT_FOUND', 'Clinic not found'),
    (clinic) => ({ success: true, data: { clinic } }),
  );
  serve('/dr/v1/prescription', data.prescriptions, (c) => c.body(null, 404));
  serve('/voice-record/api/status', data.transcriptions, (c) =>
    answerGatewayError(c, 404, 'Session not found'),
  );
}

function businessEntities({ clinics, doctors }: EkaCareData) {
  const ids = doctors.list().map(({ id }) => id);
  return {
    status_code: 200,
    success: true,
    data: {
      clinics: clinics
        .list()
        .map(({ id, record }) => ({ clinic_id: id, name: record['name'], doctors: ids })),
      doctors: doctors.list().map(({ id }, index) => ({ name: `Dr. Sample ${index + 1}`, doctor_id: id })),
      business: { business_id: '174159057718553', name: 'Sample Clinics' },
    },
  };
}
