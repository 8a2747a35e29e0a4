import { build } from 'esbuild';

/**
 * One file of the app and the core. Zapier's runtime is left out: it has to be a package of its own. Names are kept, so
 * that a stack trace can be read; without white space there are no paths of this workspace in it either.
 */
export async function bundle(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    external: ['zapier-platform-core'],
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
  });
  const [file] = result.outputFiles;
  if (file === undefined) throw new Error(`esbuild made no bundle of ${entry}.`);
  return file.text;
}
