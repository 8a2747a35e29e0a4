import { ensureServer } from './server/install.ts';

/** `node src/install-server.ts`: fetches the server ahead of time, for example when preparing a test machine. */
const server = await ensureServer();
process.stdout.write(`n8n ${server.version} is installed in ${server.folder}\n`);
