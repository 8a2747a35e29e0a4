import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { analyzePackage, SOURCE_FILE_PATTERNS } from '@n8n/scan-community-package/scanner/scanner.mjs';

/**
 * Runs the rules of n8n's scanner over the packed tarball and over the sources, as it does once the package is
 * published. Another unpacked tarball may be named instead.
 */
const run = promisify(execFile);
const root = join(import.meta.dirname, '..');
const distPatterns = ['**/*.js', 'package.json'];

const [given] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'carehooks-scan-'));
try {
  const legs = given === undefined ? await packedAndSource() : [['tarball', given, distPatterns]];
  for (const [name, path, patterns] of legs) await report(name, path, patterns);
} finally {
  await rm(folder, { recursive: true });
}

async function packedAndSource() {
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: root,
  });
  const [{ filename }] = JSON.parse(stdout);
  await run('tar', ['-xzf', join(folder, filename), '-C', folder]);
  return [
    ['tarball', join(folder, 'package'), distPatterns],
    ['source', root, SOURCE_FILE_PATTERNS],
  ];
}

async function report(name, path, patterns) {
  const { passed, message, details } = await analyzePackage(path, patterns);
  process.stdout.write(`${name}: ${passed ? 'passed' : `failed. ${message ?? ''}\n${details ?? ''}`}\n`);
  if (!passed) process.exitCode = 1;
}
