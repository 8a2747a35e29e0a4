import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Draws the line who may import whom, and says where it runs. */
const noImports = (message, regex) => ({
  'no-restricted-imports': ['error', { patterns: [{ regex, message }] }],
});

const hosts = '(^|/)(n8n-nodes-carehooks|zapier-carehooks)(/|$)';

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
      ...noImports('Nothing imports a host.', hosts),
    },
  },
  {
    // What the core imports is bundled into both hosts, and n8n lints the bundle.
    files: ['packages/core/src/**/*.ts'],
    ignores: ['packages/core/src/testing/**', '**/schema.ts', '**/schemas.ts'],
    rules: {
      ...noImports('The core imports node:crypto and its own files only.', '^(?!\\.|node:crypto$)'),
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
    rules: noImports('A schema imports zod and its own files only.', '^(?!\\.|zod/v4$)'),
  },
  {
    files: ['packages/zapier-carehooks/src/**/*.ts'],
    rules: noImports(
      'The Zapier apps import the core, zapier-platform-core and node:stream only.',
      '^(?!\\.|@carehooks/core$|zapier-platform-core$|node:stream$)',
    ),
  },
  {
    files: ['packages/cli/src/**/*.ts'],
    rules: noImports(
      'The command line imports the core, the simulator and the libraries of its package only.',
      '^(?!\\.|node:|@carehooks/core(/explain)?$|@carehooks/simulator(/playground)?$|@inquirer/password$|cli-progress$|cli-table3$|commander$|http-parser-js$|undici$|zod/v4$)',
    ),
  },
  {
    files: ['packages/harness/src/**/*.ts', 'packages/e2e/src/**/*.ts'],
    rules: noImports('Only built artefacts are run here.', `${hosts}|^@carehooks/core`),
  },
  {
    files: ['packages/bench/src/**/*.ts'],
    rules: noImports(
      'Only built artefacts are measured here. What builds them may be imported.',
      `${hosts}(?!scripts/packaging/)`,
    ),
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
