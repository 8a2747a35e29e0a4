import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Hono } from 'hono';

const require = createRequire(import.meta.url);

/** Files of the page by name: its own, and the libraries as their packages ship them. */
const assets: Readonly<Record<string, { readonly file: string; readonly type: string }>> = {
  'style.css': { file: join(import.meta.dirname, 'style.css'), type: 'text/css' },
  'icon.svg': { file: join(import.meta.dirname, 'icon.svg'), type: 'image/svg+xml' },
  'htmx.js': { file: require.resolve('htmx.org/dist/htmx.min.js'), type: 'text/javascript' },
  'sse.js': { file: require.resolve('htmx-ext-sse/sse.js'), type: 'text/javascript' },
};

export function assetRoutes(): Hono {
  const routes = new Hono();
  for (const [name, { file, type }] of Object.entries(assets)) {
    routes.get(`/${name}`, async (c) => c.body(await readFile(file), 200, { 'content-type': type }));
  }
  return routes;
}
