import { type Simulator, startSimulator } from '@carehooks/simulator';

export type Connection = Readonly<Record<string, string>>;

/** A simulated account of a platform, fresh for each test. */
export function simulatedAccount<Name extends keyof Simulator['platforms']>(name: Name) {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startSimulator({ clockFactor: 1_000 });
  });
  afterEach(() => simulator.reset());
  afterAll(() => simulator.close());
  return {
    platform: () => simulator.platforms[name],
    connection: (): Connection => simulator.platforms[name].account.connection(simulator.url),
  };
}
