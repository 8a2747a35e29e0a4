import { type Client, converse, type Exchange } from '../src/index.ts';
import { fakeClock, fixtureTime, type Routes, type Script, scriptedHttp } from '../src/testing/index.ts';

/** A client of an API that is scripted. */
export function scriptedClient(base: string, routes: Routes | Script, time = 30_000) {
  const api = scriptedHttp(routes);
  const clock = fakeClock();
  const client: Client = { base: new URL(base), http: api.http, clock, deadline: fixtureTime + time };
  const run = <Result>(exchange: Exchange<Result>) => converse(exchange, client);
  return { ...api, clock, client, run };
}
