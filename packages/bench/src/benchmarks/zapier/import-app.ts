/**
 * Imports the unpacked app in the folder of its argument as Zapier's runtime does, in a process of its own, and prints
 * what that took. Run with `--expose-gc`.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Cost } from './cost.ts';

const wrapper = pathToFileURL(join(process.argv[2] ?? '', 'zapierwrapper.js')).href;

const start = performance.now();
await import(wrapper);
const milliseconds = performance.now() - start;
const { rss } = process.memoryUsage();
// What is left is what the app holds; how much litter there is depends on when the collector last came by.
globalThis.gc?.();
const { heapUsed } = process.memoryUsage();

const cost: Cost = { milliseconds, heapUsed, rss };
process.stdout.write(JSON.stringify(cost));
