import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Hono } from 'hono';

const require = createRequire(import.meta.url);

const own = (name: string) => join(import.meta.dirname, name);

interface Asset {
  /** One after the other. */
  readonly files: readonly string[];
  readonly type: string;
}

const stylesheets = [
  'base.css',
  'controls.css',
  'layout.css',
  'fire.css',
  'delivery.css',
  'run.css',
  'records.css',
];

/** Files of the page by name: its own, and the libraries as their packages ship them. */
const assets: Readonly<Record<string, Asset>> = {
  'style.css': { files: stylesheets.map(own), type: 'text/css' },
  'page.js': { files: [own('page.js')], type: 'text/javascript' },
  'icon.svg': { files: [own('icon.svg')], type: 'image/svg+xml' },
  'htmx.js': { files: [require.resolve('htmx.org/dist/htmx.min.js')], type: 'text/javascript' },
  'sse.js': { files: [require.resolve('htmx-ext-sse/sse.js')], type: 'text/javascript' },
};

export function assetRoutes(): Hono {
  const routes = new Hono();
  for (const [name, { files, type }] of Object.entries(assets)) {
    routes.get(`/${name}`, async (c) => {
      const parts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
      return c.body(parts.join('\n'), 200, { 'content-type': type });
    });
  }
  return routes;
}
