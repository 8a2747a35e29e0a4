import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Leaves out the comments that name the source of each bundled module: nobody who installs a package has that file.
 * esbuild has no setting for it but to minify, and what is published stays readable.
 * @type {import('esbuild').Plugin}
 */
export const withoutSourcePaths = {
  name: 'without-source-paths',
  setup(builder) {
    builder.initialOptions.write = false;
    builder.onEnd(async ({ outputFiles = [] }) => {
      for (const { path, text } of outputFiles) {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, text.replaceAll(/^ *\/\/ [\w@ ./-]+\.(?:ts|js|json)\n/gm, ''));
      }
    });
  },
};
