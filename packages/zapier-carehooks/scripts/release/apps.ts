import { readdir, readFile } from 'node:fs/promises';
import { type Platform, platforms } from '@carehooks/core';
import { strFromU8, unzipSync } from 'fflate';
import { appPaths, appsFolder, packageJson } from '../packaging/paths.ts';
import type { Definition } from '../publishing-rules/definition.ts';

/** The ids of all apps that there are. */
export async function appIds(): Promise<string[]> {
  return (await readdir(appsFolder)).map((file) => file.replace(/\.ts$/, ''));
}

export function platformOf(app: string): Platform {
  const platform = platforms.find(({ id }) => id === app);
  if (platform === undefined) throw new Error(`The core has no platform ${app}, but there is an app for it.`);
  return platform;
}

/** All apps have the version of this package. */
export async function currentVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(packageJson, 'utf8')) as { version: string };
  return version;
}

/** The definition that Zapier reads, out of the built zip. */
export async function builtDefinition(app: string): Promise<Definition> {
  const zip = await readFile(appPaths(app).zip);
  const files = unzipSync(zip, { filter: ({ name }) => name === 'definition.json' });
  const definition = files['definition.json'];
  if (definition === undefined)
    throw new Error(`The zip of ${app} has no definition. Delete it and build it again.`);
  return JSON.parse(strFromU8(definition)) as Definition;
}
