import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { shippedDependencies } from './shipped-dependencies.ts';

/**
 * Asks the registry for known vulnerabilities of what users of the named packages get, in the versions of the lockfile:
 * `npm run audit`. It fails for those that are high or critical. Not every registry can be asked; one that cannot fails
 * nothing.
 */

interface Vulnerability {
  readonly name: string;
  readonly severity: string;
  readonly range: string;
  readonly via: ReadonlyArray<string | { readonly title: string; readonly url: string }>;
}

interface Answer {
  readonly vulnerabilities?: Readonly<Record<string, Vulnerability>>;
  /** Where the registry did not give a report. */
  readonly statusCode?: number;
  readonly message?: string;
}

/** What registries answer that have no such thing. */
const notOffered = [404, 405, 501];

const project = await shippedDependencies('.', process.argv.slice(2));
try {
  const lockfile = npm(
    'install',
    '--package-lock-only',
    '--offline',
    '--ignore-scripts',
    '--legacy-peer-deps',
  );
  if (lockfile.status !== 0) throw new Error(`Run npm install, to mend the lockfile.\n${lockfile.stderr}`);
  const [text, failed] = told(JSON.parse(npm('audit', '--json').stdout) as Answer);
  process.stdout.write(`${text}\n`);
  process.exitCode = failed ? 1 : 0;
} finally {
  await rm(project, { recursive: true });
}

function npm(...args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync('npm', args, { cwd: project, encoding: 'utf8', maxBuffer: 2 ** 28 });
}

/** What to say about an answer, and whether it is bad. */
function told({ vulnerabilities, statusCode, message }: Answer): [string, boolean] {
  if (statusCode !== undefined && notOffered.includes(statusCode))
    return [`Nothing was audited: this registry knows no advisories (HTTP ${statusCode}).`, false];
  if (vulnerabilities === undefined)
    return [`Nothing was audited: ${message ?? 'npm gave no report'}. Run this again later.`, true];
  const all = Object.values(vulnerabilities);
  const grave = all.filter(({ severity }) => severity === 'high' || severity === 'critical');
  if (all.length === 0) return ['No vulnerability is known.', false];
  const count = `${all.length} known ${all.length === 1 ? 'vulnerability' : 'vulnerabilities'}`;
  const advice = grave.length === 0 ? 'none of them high' : 'update what is high or critical';
  return [[`${count}, ${advice}:`, ...all.map(lineFor)].join('\n'), grave.length > 0];
}

function lineFor({ name, range, severity, via }: Vulnerability): string {
  const reasons = via.map((one) =>
    typeof one === 'string' ? `through ${one}` : `${one.title} (${one.url})`,
  );
  return `- ${name} ${range}, ${severity}: ${reasons.join('; ')}`;
}
