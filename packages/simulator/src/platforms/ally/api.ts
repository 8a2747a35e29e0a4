import { type Context, Hono } from 'hono';
import { readInput } from '../../http/input.ts';
import { answerProblem } from '../../http/problem.ts';
import { Refusal } from '../../refusal.ts';
import { cancelAppointment, createAppointment, findAppointment } from './appointments.ts';
import { authenticate } from './authenticate.ts';
import { expand, filterView, nameOf, readExpand } from './expand.ts';
import { parseFilter, passes } from './filter.ts';
import { cancellation, newAppointment } from './input.ts';
import type { AllyParts } from './parts.ts';
import type { AllyData, Appointment } from './records.ts';

/** The REST API: https://docs.allyhealth.co.uk/docs/api-overview */
export function apiRoutes(parts: AllyParts): Hono {
  const routes = new Hono();
  routes.onError(answerProblem);
  addAppointments(routes, parts);
  addRecords(routes, parts);
  routes.all('*', (c) => {
    authenticate(c, parts.settings.current.api);
    throw new Refusal('Not found', 404);
  });
  return routes;
}

function addAppointments(routes: Hono, parts: AllyParts): void {
  const { change, clock } = parts;
  const answer = (c: Context, value: unknown, status?: 201) => answerData(c, parts, value, status);
  routes.get('/appointments', (c) => {
    const data = dataOf(c, parts);
    const names = readExpand(c.req.queries(), parts.settings.current.api.expand);
    const found = filtered(c, data.appointments.list(), (appointment) => filterView(appointment, data));
    return answer(
      c,
      firstPage(found, parts).map((appointment) => expand(appointment, names, data)),
    );
  });
  routes.get('/appointments/:id', (c) => {
    const data = dataOf(c, parts);
    const names = readExpand(c.req.queries(), parts.settings.current.api.expand);
    return answer(c, expand(findAppointment(data, c.req.param('id')), names, data));
  });
  routes.post('/appointments', async (c) => {
    const mode = authenticate(c, parts.settings.current.api);
    const input = await readInput(c, newAppointment);
    return answer(c, change(mode, (data) => createAppointment(data, input, clock.now())).appointment, 201);
  });
  routes.post('/appointments/:id/cancel', async (c) => {
    const mode = authenticate(c, parts.settings.current.api);
    const reason = await readInput(c, cancellation);
    const id = c.req.param('id');
    return answer(
      c,
      change(mode, (data) => cancelAppointment(data, id, reason, clock.now(), false)).appointment,
    );
  });
}

function addRecords(routes: Hono, parts: AllyParts): void {
  const answer = (c: Context, value: unknown) => answerData(c, parts, value);
  const record = (c: Context, collection: keyof AllyData, id: string) => {
    const found = dataOf(c, parts)[collection].get(id);
    if (found === undefined) throw new Refusal('Not found', 404);
    return answer(c, found);
  };
  routes.get('/organisations', (c) => answer(c, dataOf(c, parts).organisations.list()));
  routes.get('/patients', (c) => answer(c, filtered(c, dataOf(c, parts).patients.list(), nameOf)));
  routes.get('/tasks', (c) =>
    answer(
      c,
      filtered(c, dataOf(c, parts).tasks.list(), (task) => task),
    ),
  );
  routes.get('/patients/:id', (c) => record(c, 'patients', c.req.param('id')));
  routes.get('/tasks/:id', (c) => record(c, 'tasks', c.req.param('id')));
  routes.get('/practitioners/:id', (c) => record(c, 'practitioners', c.req.param('id')));
  routes.get('/windows/:id', (c, next) =>
    parts.settings.current.api.windows ? record(c, 'windows', c.req.param('id')) : next(),
  );
}

function dataOf(c: Context, { data, settings }: AllyParts): AllyData {
  return data[authenticate(c, settings.current.api)];
}

/** Several filters all count. */
function filtered<Entry>(c: Context, entries: Entry[], view: (entry: Entry) => object): Entry[] {
  const filters = (c.req.queries('filter') ?? []).map(parseFilter);
  return entries.filter((entry) => filters.every((filter) => passes(view(entry), filter)));
}

/** How further pages are asked for is not documented: whoever wants them filters by the time of change. */
function firstPage(found: readonly Appointment[], { settings }: AllyParts): readonly Appointment[] {
  const { pageRows } = settings.current.api;
  if (pageRows === null) return found;
  return [...found].sort((left, right) => left.updatedAt.localeCompare(right.updatedAt)).slice(0, pageRows);
}

function answerData(c: Context, { settings }: AllyParts, value: unknown, status: 200 | 201 = 200): Response {
  return c.body(JSON.stringify(settings.current.api.envelope ? { data: value } : value), status, {
    'content-type': 'application/json; charset=utf-8',
  });
}
