import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Has source maps name the sources by whole addresses: n8n loads the package from a folder of its own, from where
 * relative paths lead nowhere. Only for debugging on this machine.
 * @type {import('esbuild').Plugin}
 */
export const sourceMaps = {
  name: 'source-maps',
  setup(builder) {
    builder.initialOptions.write = false;
    builder.initialOptions.sourcemap = 'linked';
    builder.onEnd(async ({ outputFiles = [] }) => {
      for (const { path, text } of outputFiles) {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, path.endsWith('.map') ? withWholeAddresses(text, dirname(path)) : text);
      }
    });
  },
};

function withWholeAddresses(text, folder) {
  const map = JSON.parse(text);
  return JSON.stringify({
    ...map,
    sources: map.sources.map((source) => pathToFileURL(resolve(folder, source)).href),
  });
}
