import { ensureServer } from './server/install.ts';
import { releasesUnderTest } from './server/release.ts';

/** Fetches the servers ahead of time, for example when preparing a test machine. */
for (const release of releasesUnderTest()) {
  const server = await ensureServer(release);
  process.stdout.write(`n8n ${server.version} is installed in ${server.folder}\n`);
}
