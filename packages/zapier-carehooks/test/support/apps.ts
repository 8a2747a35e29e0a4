import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Platform, platforms } from '@carehooks/core';
import type { App, PlainOutputField, Trigger } from 'zapier-platform-core';

const source = join(__dirname, '..', '..', 'src');

/** The ids of all apps that there are. */
export const apps: readonly string[] = readdirSync(join(source, 'apps')).map((file) =>
  file.replace(/\.ts$/, ''),
);

export function platformOf(app: string): Platform {
  const platform = platforms.find(({ id }) => id === app);
  if (platform === undefined) throw new Error(`The core has no platform ${app}, but there is an app for it.`);
  return platform;
}

/** An app as its file has it, with functions. */
export async function sourceOf(app: string): Promise<App<Record<string, Trigger>>> {
  const module = (await import(join(source, 'apps', `${app}.ts`))) as {
    default: App<Record<string, Trigger>>;
  };
  return module.default;
}

export interface Generated {
  readonly outputFields: readonly PlainOutputField[];
  readonly samples: Readonly<Record<string, Record<string, unknown>>>;
}

/** What `scripts/generate.ts` wrote for an app. */
export async function generatedFor(app: string): Promise<Generated> {
  const { outputFields } = (await import(join(source, 'output-fields', `${app}.ts`))) as Generated;
  const samples = JSON.parse(
    readFileSync(join(source, 'samples', `${app}.json`), 'utf8'),
  ) as Generated['samples'];
  return { outputFields, samples };
}
