import { findSimulated } from '@carehooks/simulator';
import { running } from '../../../simulator/test/running.ts';
import { http } from '../../src/http.ts';
import { Access } from '../../src/live/access.ts';
import { livePlatforms } from '../../src/live/platforms/index.ts';
import { tryVariants } from '../../src/live/settle/variants.ts';

const start = running();

/** A check that tries other hosts, which lead to the simulator or nowhere. */
async function trial(id: string, check: string, entered: Record<string, string>, alive: readonly string[]) {
  const simulator = await start.simulator();
  const simulated = findSimulated(simulator.platforms, id);
  const live = livePlatforms.find(({ platform }) => platform.id === id)!;
  const found = live.checks.find((one) => one.id === check);
  if (found?.kind !== 'variants') throw new Error(`There is no such check ${check}.`);
  const asked: string[] = [];
  const account = Object.entries(simulated.account.connection(simulator.url));
  const connection = { ...Object.fromEntries(account.filter(([key]) => key !== 'baseUrl')), ...entered };
  const base = `${simulator.url}${simulated.apiPath.replace(/\/v1$/, '')}`;
  const access = new Access(live.platform, connection, async (request) => {
    const { origin } = new URL(request.url);
    asked.push(origin);
    // The same as for a host that answers with someone else's page.
    if (!alive.includes(origin)) return { status: 404, headers: {}, body: '' };
    return http({ ...request, url: request.url.replace(origin, base) });
  });
  const interrupted = new AbortController().signal;
  const finding = await tryVariants(found, { access, entered: connection, interrupted });
  return { ...finding, asked: [...new Set(asked)] };
}

const [heim, ally] = ['https://api.heim.health', 'https://api.allyhealth.co.uk'];
const [stage, sdkStage] = ['https://api.dev.eka.care', 'https://api-dev.eka.care'];

it.each([
  ['ally', 'base-url', {}, [heim, ally], 'confirmed'],
  ['ally', 'base-url', {}, [heim], 'confirmed'],
  ['ally', 'base-url', {}, [ally], 'change'],
  ['ally', 'base-url', {}, [], 'open'],
  ['eka-care', 'stage-host', { environment: 'stage' }, [stage], 'confirmed'],
  ['eka-care', 'stage-host', { environment: 'stage' }, [sdkStage], 'change'],
] as const)('%s: %s with %j, where %j answer, is %s', async (id, check, entered, alive, verdict) => {
  const found = await trial(id, check, entered, alive);
  expect(found.verdict).toBe(verdict);
  expect(found.change ?? '').toEqual(
    verdict === 'change' ? expect.stringMatching(/^make `https:.* the default$/) : '',
  );
});

it('sends a key nowhere else than where the person sends it', async () => {
  const found = await trial('ally', 'base-url', { baseUrl: 'https://proxy.example.com/v1' }, [heim, ally]);
  expect(found).toMatchObject({ verdict: 'open', asked: [] });
});
