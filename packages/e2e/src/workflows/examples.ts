import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkflowFile } from '../client/workflow.ts';
import { repositoryRoot } from '../paths.ts';

/** Where the workflows lie that users import. */
export const examplesFolder = join(repositoryRoot(), 'docs', 'workflows');

/** The names of the files, such as `halo-ticket-to-chat.json`. */
export function exampleFiles(): string[] {
  return readdirSync(examplesFolder).filter((name) => name.endsWith('.json'));
}

export function readExample(file: string): WorkflowFile {
  return JSON.parse(readFileSync(join(examplesFolder, file), 'utf8')) as WorkflowFile;
}
