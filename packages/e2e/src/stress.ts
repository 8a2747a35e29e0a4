/**
 * A real n8n under load, faults and kills: `npm run e2e:stress [-- single|queue] [<deliveries>]`. Prints a table
 * for each way of running n8n; exits with 1 when a delivery was lost, given twice in one process, or forged and let in.
 */
import { withNodePackage } from './pack.ts';
import { modes } from './stress/modes.ts';
import { report, violations } from './stress/report.ts';
import { stress } from './stress/run.ts';

const phases = [
  { share: 0.3, perSecond: 6 },
  { share: 0.4, perSecond: 20 },
  { share: 0.3, perSecond: 10 },
];

const wanted = process.argv.slice(2);
const deliveries = Number(wanted.find((word) => /^\d+$/.test(word)) ?? 2_000);
const chosen = Object.entries(modes).filter(
  ([name]) => wanted.includes(name) || !wanted.some((word) => word in modes),
);
const say = (line: string) => process.stderr.write(`${line}\n`);

let failed = false;
for (const [name, { start, kills, doubles }] of chosen) {
  say(`Stress, ${name}: ${deliveries} deliveries …`);
  const installation = await withNodePackage(start);
  try {
    const result = await stress(installation, { deliveries, phases, kills }, say);
    const wrong = violations(result, { doubles });
    process.stdout.write(`\n${[report(result), ...wrong].join('\n')}\n\n`);
    failed ||= wrong.length > 0;
  } finally {
    await installation.close();
  }
}
process.exitCode = failed ? 1 : 0;
