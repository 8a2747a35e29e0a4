import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * Puts source maps into the files, with whole paths of the sources: n8n loads the package from a folder of its own, from
 * where relative ones lead nowhere. Only for debugging and coverage on this machine.
 * @type {import('esbuild').Plugin}
 */
export const sourceMaps = {
  name: 'source-maps',
  setup(builder) {
    builder.initialOptions.write = false;
    builder.initialOptions.sourcemap = 'external';
    builder.onEnd(async ({ outputFiles = [] }) => {
      const texts = new Map(outputFiles.map(({ path, text }) => [path, text]));
      for (const [path, text] of texts) {
        const map = texts.get(`${path}.map`);
        if (map === undefined) continue;
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, `${text}${inline(withWholePaths(map, dirname(path)))}\n`);
      }
    });
  },
};

function withWholePaths(text, folder) {
  const map = JSON.parse(text);
  return JSON.stringify({ ...map, sources: map.sources.map((source) => resolve(folder, source)) });
}

const inline = (map) =>
  `//# sourceMappingURL=data:application/json;base64,${Buffer.from(map).toString('base64')}`;
