import { delimiter, dirname } from 'node:path';
import type { Release } from './release.ts';

export interface N8nSettings {
  release: Release;
  node: string;
  userFolder: string;
  port: number;
  brokerPort: number;
}

/**
 * The whole environment of an n8n process. Only what a process needs of ours is passed on: a developer's own
 * N8N_… or proxy settings must not change what the tests see.
 * Reference: https://docs.n8n.io/hosting/configuration/environment-variables/
 */
export function n8nEnvironment(settings: N8nSettings): Record<string, string> {
  const modules = { N8N_DISABLED_MODULES: CALLING_MODULES[settings.release] };
  return {
    ...inherited(settings.node),
    ...listening(settings),
    ...NO_OUTSIDE_WORLD,
    ...modules,
    ...BEHAVIOUR,
  };
}

function inherited(node: string): Record<string, string> {
  const { PATH = '', HOME = '/', LANG = 'C.UTF-8', TMPDIR = '/tmp' } = process.env;
  return { PATH: [dirname(node), PATH].join(delimiter), HOME, LANG, TMPDIR };
}

function listening({ userFolder, port, brokerPort }: N8nSettings): Record<string, string> {
  return {
    N8N_USER_FOLDER: userFolder,
    N8N_LISTEN_ADDRESS: '127.0.0.1',
    N8N_HOST: '127.0.0.1',
    N8N_PORT: String(port),
    // Where the task runner meets its server; two servers on one machine must differ here as well.
    N8N_RUNNERS_BROKER_PORT: String(brokerPort),
    N8N_SECURE_COOKIE: 'false',
  };
}

/** Everything that would make n8n call home. */
const NO_OUTSIDE_WORLD = {
  N8N_DIAGNOSTICS_ENABLED: 'false',
  N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
  N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
  N8N_DYNAMIC_BANNERS_ENABLED: 'false',
  N8N_TEMPLATES_ENABLED: 'false',
  N8N_PERSONALIZATION_ENABLED: 'false',
  N8N_HIRING_BANNER_ENABLED: 'false',
  N8N_VERIFIED_PACKAGES_ENABLED: 'false',
  N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
};

/** Parts of n8n that would call home. It refuses to start with the name of one that it does not have. */
const CALLING_MODULES: Readonly<Record<Release, string>> = {
  1: 'insights,chat-hub',
  2: 'mcp-registry,insights,instance-ai,chat-hub',
};

const BEHAVIOUR = {
  // Otherwise error replies carry stack traces, which no real installation shows.
  NODE_ENV: 'production',
  N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
  N8N_PYTHON_ENABLED: 'false',
  NO_COLOR: '1',
};
