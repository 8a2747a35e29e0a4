import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * n8n-core, loaded once. Everything comes through `require`, because node packages do the same: an `import` of
 * n8n-workflow would give its separate ES module build, whose error classes n8n-core does not recognise.
 */
const require = createRequire(import.meta.url);
const requireAsCore = createRequire(require.resolve('n8n-core'));
const requireAsNetwork = createRequire(requireAsCore.resolve('@n8n/backend-network'));
const requireAsWorkflow = createRequire(require.resolve('n8n-workflow'));

const settingsFolder = mkdtempSync(join(tmpdir(), 'n8n-settings-'));
const settings = {
  N8N_USER_FOLDER: settingsFolder,
  N8N_ENCRYPTION_KEY: 'harness-encryption-key',
  N8N_LOG_LEVEL: 'silent',
};

/** n8n's settings are read from the environment while it loads, and only then. */
function withEnvironment<T>(values: Record<string, string>, load: () => T): T {
  const before = Object.keys(values).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, values);
  try {
    return load();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  }
}

interface Container {
  get<T>(token: abstract new (...args: never[]) => T): T;
}

interface Network {
  parseIncomingMessage(message: import('node:http').IncomingMessage): void;
}

interface QueryParser {
  parse(query: string, options?: { allowPrototypes?: boolean }): Record<string, unknown>;
}

interface XmlParserModule {
  Parser: new (options: Record<string, unknown>) => { parseStringPromise(xml: string): Promise<unknown> };
}

function loadCore() {
  require('reflect-metadata');
  const core = require('n8n-core') as typeof import('n8n-core');
  const { Container } = requireAsCore('@n8n/di') as { Container: Container };
  // The settings file is written, and the encryption key read, when this service is first asked for.
  Container.get(core.InstanceSettings);
  return core;
}

export const core = withEnvironment(settings, loadCore);
export const workflowModule = require('n8n-workflow') as typeof import('n8n-workflow');
export const network = requireAsCore('@n8n/backend-network') as Network;
export const qs = requireAsNetwork('qs') as QueryParser;
export const xml2js = requireAsWorkflow('xml2js') as XmlParserModule;

rmSync(settingsFolder, { recursive: true, force: true });
