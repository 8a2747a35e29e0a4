import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App, PlainOutputField, Trigger } from 'zapier-platform-core';

export { platformOf } from '../../scripts/release/apps.ts';

const source = join(__dirname, '..', '..', 'src');

/** The ids of all apps that there are. */
export const apps: readonly string[] = readdirSync(join(source, 'apps')).map((file) =>
  file.replace(/\.ts$/, ''),
);

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
