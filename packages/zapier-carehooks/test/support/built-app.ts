import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openZapierApp, type ZapierApp } from '@carehooks/harness/zapier';

/** The zip of an app. Tests over it are worthless without it, so that its absence is a failure. */
export function builtZip(app: string): string {
  const zip = join(__dirname, '..', '..', 'build', `${app}.zip`);
  if (!existsSync(zip)) throw new Error(`There is no ${zip}. Run: npm run zapier -- ${app} build`);
  return zip;
}

export function openBuiltApp(app: string): Promise<ZapierApp> {
  return openZapierApp(builtZip(app));
}
