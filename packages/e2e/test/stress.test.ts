import { withNodePackage } from '../src/pack.ts';
import { type Mode, modes } from '../src/stress/modes.ts';
import { report, violations } from '../src/stress/report.ts';
import { stress, type StressResult } from '../src/stress/run.ts';
import { FIRST_RUN_MS } from './support/ping-server.ts';

/** The short form of `npm run e2e:stress`. */
async function press({ start, kills }: Mode): Promise<StressResult> {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const installation = await withNodePackage(start);
  try {
    const phases = [{ share: 1, perSecond: 8 }];
    const result = await stress(installation, { deliveries: 200, phases, kills }, say);
    say(report(result));
    return result;
  } finally {
    await installation.close();
  }
}

test.each(['single', 'queue'] as const)(
  'nothing is lost and nothing forged is let in, though n8n is killed (%s)',
  async (name) => {
    const result = await press(modes[name]);
    expect(violations(result, modes[name])).toEqual([]);
    const { halo } = result.platforms;
    expect(halo?.items).toBeGreaterThan(0);
    expect(halo?.forged).toBeGreaterThan(0);
    expect(halo?.repeats).toBeGreaterThan(0);
  },
  FIRST_RUN_MS,
);
