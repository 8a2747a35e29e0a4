import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { commands } from '../../scripts/release/commands.ts';

interface Workflow {
  readonly on: {
    readonly workflow_dispatch: { readonly inputs: Record<string, { readonly options?: string[] }> };
  };
  readonly jobs: Record<string, { readonly steps: ReadonlyArray<{ run?: string; env?: object }> }>;
}

const file = join(__dirname, '..', '..', '..', '..', '.github', 'workflows', 'zapier.yml');
const text = readFileSync(file, 'utf8');
const workflow = parse(text) as Workflow;
const steps = workflow.jobs['zapier']?.steps ?? [];

test('the workflow offers commands that there are', () => {
  const { options = [] } = workflow.on.workflow_dispatch.inputs['command'] ?? {};
  expect(options).toContain('promote');
  expect(options.filter((name) => !(name in commands))).toEqual([]);
});

test('only its last step, which runs the command, sees the deploy key', () => {
  const keepers = steps.filter(({ env = {} }) => 'ZAPIER_DEPLOY_KEY' in env);
  expect(keepers).toEqual([steps.at(-1)]);
  expect(keepers[0]?.run).toContain('npm run zapier --');
  expect(text.match(/secrets\./g)).toHaveLength(1);
});

test('it puts no input into a script', () => {
  for (const { run = '' } of steps) expect(run).not.toContain('${{');
});
