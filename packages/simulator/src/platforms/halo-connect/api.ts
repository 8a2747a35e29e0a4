import { type Context, Hono } from 'hono';
import { wait } from '../../clock.ts';
import { readInput } from '../../http/input.ts';
import { authenticate } from './authenticate.ts';
import { newAsyncQuery, newRegisteredQuery } from './input.ts';
import type { HaloConnectParts } from './parts.ts';
import { answerApiProblem, ApiProblem } from './problem.ts';
import { createAsyncQuery, registerQuery } from './queries.ts';
import type { Environment, Site } from './records.ts';
import { countRows, encode, pagesOf } from './result.ts';
import { appointmentRows } from './seed.ts';
import { asyncView, registeredView } from './views.ts';

/** The REST API of one environment: https://docs.haloconnect.io/halo-cloud/getting-started */
export function apiRoutes(environment: Environment, parts: HaloConnectParts): Hono {
  const routes = new Hono();
  const { settings, clock, rateLimit } = parts;
  routes.onError((error, c) => answerApiProblem(error, c, settings.current.api.errorWrapper));
  routes.use('*', async (c, next) => {
    const { api } = settings.current;
    rateLimit.count(authenticate(c, environment, api), api.rateLimit, clock.now());
    await next();
  });
  addSites(routes, environment, parts);
  addRegistered(routes, environment, parts);
  addAsync(routes, environment, parts);
  routes.all('*', () => {
    throw new ApiProblem(404, 'Resource not found');
  });
  return routes;
}

function siteOf(c: Context, environment: Environment, { data }: HaloConnectParts): Site {
  const site = data[environment].sites.get(c.req.param('siteId') ?? '');
  if (site === undefined) throw new ApiProblem(404, 'Site not found');
  return site;
}

function addSites(routes: Hono, environment: Environment, parts: HaloConnectParts): void {
  routes.get('/integrator/sites/:siteId', (c) => c.json(siteOf(c, environment, parts)));
}

function addAsync(routes: Hono, environment: Environment, parts: HaloConnectParts): void {
  const { clock, closing, finish, settings } = parts;
  const { asyncQueries } = parts.data[environment];
  const queryOf = (c: Context) => {
    const { id } = siteOf(c, environment, parts);
    const query = asyncQueries.get(c.req.param('queryId') ?? '');
    if (query?.siteId !== id) throw new ApiProblem(404, 'Query not found');
    return query;
  };
  routes.post('/integrator/sites/:siteId/queries/async', async (c) => {
    await readInput(c, newAsyncQuery);
    const { id } = siteOf(c, environment, parts);
    const query = createAsyncQuery(parts.data[environment], id, clock.now());
    const pause = clock.pause(settings.current.results.queryPause, closing);
    void pause.then(() => {
      // A reset may have taken the query away meanwhile, and support may have finished it.
      const isQueued = asyncQueries.get(query.id)?.status === 'queued';
      if (isQueued && !closing.aborted) finish(environment, query.id, appointmentRows(25));
    });
    return c.json(asyncView(query, settings.current.results), 201);
  });
  routes.get('/integrator/sites/:siteId/queries/:queryId', (c) =>
    c.json(asyncView(queryOf(c), settings.current.results)),
  );
  routes.get('/integrator/sites/:siteId/queries/:queryId/results/:page', async (c) => {
    const { results } = settings.current;
    const query = queryOf(c);
    await wait(results.pageDelay, closing);
    if (results.expired) throw new ApiProblem(410, 'The result is no longer available');
    const page = pagesOf(query.result, results).find((one) => String(one.pageNumber) === c.req.param('page'));
    if (page?.status !== 'cached') throw new ApiProblem(404, 'Page not found');
    const { size, data, rows } = page;
    const [start, end] = [rows.rangeStart, rows.rangeEnd].map(String);
    const headers = { Size: String(size), 'Rows-Count': String(rows.count) };
    return c.json({ data, parameters: [] }, 200, {
      ...headers,
      ...{ 'Rows-Range-Start': start ?? '', 'Rows-Range-End': end ?? '' },
    });
  });
}

function addRegistered(routes: Hono, environment: Environment, parts: HaloConnectParts): void {
  const { clock, closing, run, settings } = parts;
  const { registeredQueries } = parts.data[environment];
  const queryOf = (c: Context) => {
    const { id } = siteOf(c, environment, parts);
    const query = registeredQueries.get(c.req.param('queryId') ?? '');
    if (query?.siteId !== id) throw new ApiProblem(404, 'Registered query not found');
    return query;
  };
  routes.get('/integrator/sites/:siteId/queries/registered', (c) => {
    const { id } = siteOf(c, environment, parts);
    const found = registeredQueries.list().filter(({ siteId }) => siteId === id);
    return c.json({ registeredQueries: found.map((query) => registeredView(query, clock.now())) });
  });
  routes.post('/integrator/sites/:siteId/queries/registered', async (c) => {
    const input = await readInput(c, newRegisteredQuery);
    const { id: siteId } = siteOf(c, environment, parts);
    const { id } = registerQuery(parts.data[environment], siteId, input, clock.now());
    const pause = clock.pause(settings.current.results.queryPause, closing);
    void pause.then(() => {
      const isEnabled = registeredQueries.get(id)?.cancelled === false;
      if (isEnabled && !closing.aborted) run(environment, id, appointmentRows(3));
    });
    return c.json({ id }, 202);
  });
  routes.get('/integrator/sites/:siteId/queries/registered/:queryId', (c) =>
    c.json(registeredView(queryOf(c), clock.now())),
  );
  routes.delete('/integrator/sites/:siteId/queries/registered/:queryId', (c) => {
    registeredQueries.put({ ...queryOf(c), cancelled: true });
    return c.body(null, 204);
  });
  routes.get('/integrator/sites/:siteId/queries/registered/:queryId/results', (c) => {
    const { result } = queryOf(c);
    if (settings.current.results.expired) throw new ApiProblem(410, 'The result is no longer available');
    return c.json({ ...encode(result), parameters: null, rows: countRows(result) });
  });
}
