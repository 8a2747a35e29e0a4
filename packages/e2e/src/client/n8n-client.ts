import { Connection } from './connection.ts';
import { isOver, type Execution } from './execution.ts';
import { poll } from './poll.ts';
import {
  assertPublished,
  PUBLICATION_TIMEOUT_MS,
  waitUntilSettled,
  type PublicationStatus,
  type Settled,
} from './publication.ts';
import type { CredentialReference, SavedWorkflow, WorkflowDefinition, WorkflowFile } from './workflow.ts';

/** The first user of every test server. */
export const OWNER = {
  email: 'owner@example.com',
  firstName: 'Otto',
  lastName: 'Owner',
  password: 'Carehooks-local-1',
} as const;

export interface Credential extends CredentialReference {
  type: string;
  data: Record<string, unknown>;
}

interface Settings {
  readonly userManagement: { readonly showSetupOnFirstLoad: boolean };
  readonly versionCli: string;
}

export interface TimeoutOptions {
  /** Milliseconds. */
  timeout?: number;
}

const EXECUTION_TIMEOUT_MS = 20_000;

/** Does in n8n what a user does, through the same interfaces. */
export class N8nClient {
  readonly connection: Connection;
  readonly #version: string;

  private constructor(connection: Connection, version: string) {
    this.connection = connection;
    this.#version = version;
  }

  /** Logs in as the owner, who is set up when the server is new. */
  static async connect(serverUrl: string): Promise<N8nClient> {
    const connection = new Connection(serverUrl);
    const { userManagement } = await connection.rest<Settings>('GET', '/settings');
    if (userManagement.showSetupOnFirstLoad) await connection.rest('POST', '/owner/setup', OWNER);
    await connection.login(OWNER.email, OWNER.password);
    await connection.createApiKey();
    // Only who is logged in is told the version.
    const { versionCli } = await connection.rest<Settings>('GET', '/settings');
    return new N8nClient(connection, versionCli);
  }

  async createCredential(type: string, name: string, data: Record<string, unknown>): Promise<Credential> {
    const body = { type, name, data };
    const { id } = await this.connection.rest<{ id: string }>('POST', '/credentials', body);
    return { id, ...body };
  }

  async updateCredential({ id, ...body }: Credential): Promise<void> {
    await this.connection.rest('PATCH', `/credentials/${id}`, body);
  }

  /** Runs the credential's own test, as the editor does after saving. */
  testCredential(credentials: Credential): Promise<{ status: 'OK' | 'Error'; message: string }> {
    return this.connection.rest('POST', '/credentials/test', { credentials });
  }

  createWorkflow(workflow: WorkflowDefinition): Promise<SavedWorkflow> {
    return this.connection.api('POST', '/workflows', workflow);
  }

  /** Saves a workflow as the editor does after "Import → From file": n8n gives its triggers addresses of their own. */
  async importWorkflow(workflow: WorkflowFile): Promise<SavedWorkflow> {
    const { id } = await this.connection.rest<{ id: string }>('POST', '/workflows', workflow);
    return this.workflow(id);
  }

  workflow(id: string): Promise<SavedWorkflow> {
    return this.connection.api('GET', `/workflows/${id}`);
  }

  /** Saves a new definition; of a published workflow n8n publishes it at once, which is then waited for. */
  async updateWorkflow(
    id: string,
    { name, nodes, connections, settings }: WorkflowDefinition,
    { timeout = PUBLICATION_TIMEOUT_MS }: TimeoutOptions = {},
  ): Promise<SavedWorkflow> {
    const body = { name, nodes, connections, settings };
    const saved = await this.connection.api<SavedWorkflow>('PUT', `/workflows/${id}`, body);
    if (saved.active) assertPublished(id, await this.#settled(id, 'published', timeout));
    return saved;
  }

  /** Publishes and waits until the triggers are registered; throws with their message when that fails. */
  async publish(
    id: string,
    { timeout = PUBLICATION_TIMEOUT_MS }: TimeoutOptions = {},
  ): Promise<PublicationStatus> {
    await this.connection.api('POST', `/workflows/${id}/activate`);
    const publication = await this.#settled(id, 'published', timeout);
    assertPublished(id, publication);
    return publication;
  }

  /** Unpublishes and waits until the triggers are deregistered. */
  async unpublish(
    id: string,
    { timeout = PUBLICATION_TIMEOUT_MS }: TimeoutOptions = {},
  ): Promise<PublicationStatus> {
    await this.connection.api('POST', `/workflows/${id}/deactivate`);
    return this.#settled(id, 'not_published', timeout);
  }

  /** How a request ended that n8n has taken. n8n 1 answers it when all is done, and has no status to ask for. */
  async #settled(id: string, wanted: Settled, timeout: number): Promise<PublicationStatus> {
    if (this.#version.startsWith('1.')) return { status: wanted, triggers: [] };
    return waitUntilSettled(this.connection, id, wanted, timeout);
  }

  publicationStatus(id: string): Promise<PublicationStatus> {
    return this.connection.rest('GET', `/workflows/${id}/publication-status`);
  }

  /** Deletes a workflow, which n8n allows only once it is unpublished. */
  async deleteWorkflow(id: string): Promise<void> {
    if ((await this.workflow(id)).active) await this.unpublish(id);
    await this.connection.api('DELETE', `/workflows/${id}`);
  }

  /** Has the trigger wait for one delivery to its test address, like the editor's "Listen for test event". */
  async listenForTestEvent(workflowId: string, triggerName: string): Promise<void> {
    const { waitingForWebhook } = await this.#run(workflowId, triggerName);
    if (waitingForWebhook !== true) {
      throw new Error(`n8n does not wait for a test event of "${triggerName}": is it a webhook trigger?`);
    }
  }

  /** Runs the workflow from a trigger that waits for nothing, like the editor's "Execute workflow", to its end. */
  async runFrom(workflowId: string, triggerName: string): Promise<Execution> {
    const { executionId } = await this.#run(workflowId, triggerName);
    if (executionId === undefined)
      throw new Error(`n8n did not run "${triggerName}": is it a webhook trigger?`);
    const ask = async () => {
      const path = `/executions/${executionId}?includeData=true`;
      const execution = await this.connection.api<Execution>('GET', path);
      return isOver(execution) ? execution : undefined;
    };
    return poll(ask, { timeout: EXECUTION_TIMEOUT_MS, what: `the run from "${triggerName}" to finish` });
  }

  async #run(
    workflowId: string,
    triggerName: string,
  ): Promise<{ waitingForWebhook?: true; executionId?: string }> {
    // n8n 1 runs what it is sent, n8n 2 what it has stored.
    const workflowData = await this.connection.rest('GET', `/workflows/${workflowId}`);
    const body = { workflowData, triggerToStartFrom: { name: triggerName } };
    return this.connection.rest('POST', `/workflows/${workflowId}/run`, body);
  }

  /** All executions of a workflow with their data, the oldest first; those that run are left out. */
  async executions(workflowId: string): Promise<Execution[]> {
    const found: Execution[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query = new URLSearchParams({ workflowId, includeData: 'true', limit: '250', cursor });
      if (cursor === '') query.delete('cursor');
      const page: { data: Execution[]; nextCursor: string | null } = await this.connection.api(
        'GET',
        `/executions?${query}`,
      );
      found.push(...page.data);
      cursor = page.nextCursor;
    }
    return found.reverse();
  }

  /** How many executions of the server run or wait for their turn. */
  async executionsInProgress(): Promise<number> {
    const filter = JSON.stringify({ status: ['new', 'running'] });
    const query = new URLSearchParams({ filter, limit: '100' });
    const { results } = await this.connection.rest<{ results: unknown[] }>('GET', `/executions?${query}`);
    return results.length;
  }

  /** Waits until at least this many executions are over; gives all that are, the oldest first. */
  waitForExecutions(
    workflowId: string,
    count: number,
    { timeout = EXECUTION_TIMEOUT_MS }: TimeoutOptions = {},
  ): Promise<Execution[]> {
    const ask = async () => {
      const over = (await this.executions(workflowId)).filter(isOver);
      return over.length < count ? undefined : over;
    };
    return poll(ask, { timeout, what: `${count} finished executions of workflow ${workflowId}` });
  }

  /** Waits until the nth execution of a workflow is over, counted from 1. */
  waitForExecution(
    workflowId: string,
    number: number,
    { timeout = EXECUTION_TIMEOUT_MS }: TimeoutOptions = {},
  ): Promise<Execution> {
    const ask = async () => (await this.executions(workflowId)).filter(isOver)[number - 1];
    return poll(ask, { timeout, what: `execution ${number} of workflow ${workflowId} to finish` });
  }

  /** Runs a failed execution again, as the editor's button does; the new one shows up in `executions`. */
  async retryExecution(id: string): Promise<void> {
    await this.connection.api('POST', `/executions/${id}/retry`, { loadWorkflow: false });
  }
}
