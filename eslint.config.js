import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Draws lines who may import whom, and says where each runs. */
const noImports = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

const hosts = '(^|/)(n8n-nodes-carehooks|zapier-carehooks)(/|$)';
const noHost = { regex: hosts, message: 'Nothing imports a host.' };

const packages = readdirSync(join(import.meta.dirname, 'packages')).join('|');
/** Or a path would lead around the lines below, which are drawn by names. */
const byName = {
  regex: `^(\\.\\./)+(${packages})(/|$)`,
  message: 'Another package is imported by its name.',
};

export default tseslint.config(
  { ignores: ['**/dist/', '**/build/', '**/coverage/', 'packages/n8n-nodes-carehooks/'] },
  js.configs.recommended,
  tseslint.configs.strict,
  {
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', fetch: 'readonly', URL: 'readonly' },
    },
    rules: {
      'no-console': 'error',
      ...noImports(noHost),
    },
  },
  {
    // What the core imports is bundled into both hosts, and n8n lints the bundle.
    files: ['packages/core/src/**/*.ts'],
    ignores: ['packages/core/src/testing/**', '**/schema.ts', '**/schemas.ts'],
    rules: {
      ...noImports(byName, {
        regex: '^(?!\\.|node:crypto$)',
        message: 'The core imports node:crypto and its own files only.',
      }),
      'no-restricted-globals': [
        'error',
        ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'clearImmediate'],
        ...['process', 'globalThis', 'global', 'console', 'fetch'],
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'BinaryExpression[operator=/^[!=]==?$/] > MemberExpression[property.name="id"][object.name="platform"]',
          message: 'The core never asks which platform it has: say it in the platform’s data.',
        },
        {
          selector: 'SwitchStatement > MemberExpression[property.name="id"][object.name="platform"]',
          message: 'The core never asks which platform it has: say it in the platform’s data.',
        },
      ],
    },
  },
  {
    files: ['packages/core/src/**/schema.ts', 'packages/core/src/schemas.ts'],
    rules: noImports(byName, {
      regex: '^(?!\\.|zod/v4$)',
      message: 'A schema imports zod and its own files only.',
    }),
  },
  {
    files: ['packages/zapier-carehooks/src/**/*.ts'],
    rules: noImports(byName, {
      regex: '^(?!\\.|@carehooks/core$|zapier-platform-core$|node:stream$)',
      message: 'The Zapier apps import the core, zapier-platform-core and node:stream only.',
    }),
  },
  {
    files: ['packages/cli/src/**/*.ts'],
    rules: noImports(byName, {
      regex:
        '^(?!\\.|node:|@carehooks/core(/explain)?$|@carehooks/simulator(/playground)?$|@inquirer/password$|cli-progress$|cli-table3$|commander$|http-parser-js$|undici$|zod/v4$)',
      message: 'The command line imports the core, the simulator and the libraries of its package only.',
    }),
  },
  {
    files: ['packages/harness/src/**/*.ts', 'packages/e2e/src/**/*.ts'],
    rules: noImports(byName, {
      regex: `${hosts}|^@carehooks/core`,
      message: 'Only built artefacts are run here.',
    }),
  },
  {
    files: ['packages/bench/src/**/*.ts'],
    rules: noImports({
      regex: `${hosts}(?!scripts/packaging/)`,
      message: 'Only built hosts are measured here. What builds them may be imported.',
    }),
  },
  {
    // Stand-ins for packages that others build; n8n loads CommonJS.
    files: ['**/test/fixtures/**/*.js'],
    languageOptions: { sourceType: 'commonjs' },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['**/*.test.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
