import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';
import type { ICredentialType, INodeType, IVersionedNodeType } from 'n8n-workflow';

export type AnyNodeType = INodeType | IVersionedNodeType;

/** What a built n8n package offers, by the short names that its descriptions give. */
export interface N8nPackage {
  name: string;
  nodes: ReadonlyMap<string, AnyNodeType>;
  credentials: ReadonlyMap<string, ICredentialType>;
}

interface Manifest {
  name: string;
  n8n?: { nodes?: string[]; credentials?: string[] };
}

/**
 * Reads a package as n8n's loader does: `n8n.nodes` and `n8n.credentials` of package.json name CommonJS files, and
 * each exports a class called like its file.
 * The folder must be able to resolve `n8n-workflow` to this workspace's copy, as n8n sees to with NODE_PATH.
 */
export async function readPackage(folder: string): Promise<N8nPackage> {
  const manifestPath = resolve(folder, 'package.json');
  const manifest = JSON.parse(await readFile(manifestPath, 'utf8')) as Manifest;
  const require = createRequire(manifestPath);

  const instances = <T>(files: string[] = []): T[] =>
    files.map((file) => {
      const className = basename(file).split('.')[0] ?? '';
      const exported = require(join(resolve(folder), file)) as Record<string, new () => T>;
      const Class = exported[className];
      if (!Class) throw new Error(`${file} of ${manifest.name} does not export a class named ${className}`);
      return new Class();
    });

  const nodes = instances<AnyNodeType>(manifest.n8n?.nodes);
  const credentials = instances<ICredentialType>(manifest.n8n?.credentials);
  return {
    name: manifest.name,
    nodes: new Map(nodes.map((node) => [node.description.name, node])),
    credentials: new Map(credentials.map((credential) => [credential.name, credential])),
  };
}
