import { randomUUID } from 'node:crypto';
import type {
  ICredentialDataDecryptedObject,
  INode,
  INodeCredentialTestResult,
  INodeParameters,
} from 'n8n-workflow';
import { ActiveNode } from './active-node.ts';
import { CredentialStore } from './credential-store.ts';
import { testCredential } from './credential-test.ts';
import { HarnessCredentialsHelper } from './credentials-helper.ts';
import type { LogEntry } from './logs.ts';
import { PackageNodeTypes } from './node-types.ts';
import { readPackage, type N8nPackage } from './package.ts';
import { WorkflowState } from './workflow-state.ts';

/** A public address: nodes may refuse to register one that no platform can reach. */
const DEFAULT_BASE_URL = 'https://n8n.example.org';

export interface ActivateOptions {
  /** Short name of the node type, as in its description. */
  node: string;
  parameters?: INodeParameters;
  /** Credential data by credential type. A type left out is a credential that the user has not set. */
  credentials?: Record<string, ICredentialDataDecryptedObject>;
  /** The newest version unless given. */
  typeVersion?: number;
  /** Nodes of one workflow id share static data and the ids they have processed; a fresh id unless given. */
  workflowId?: string;
  nodeId?: string;
  webhookId?: string;
  /** Where n8n believes to be reachable. Deliveries go over loopback all the same. */
  baseUrl?: string;
}

/** An n8n host with one package installed. */
export class N8nHost {
  readonly package: N8nPackage;
  /** Every call of `this.logger` in the package's nodes, in order. */
  readonly logs: LogEntry[] = [];
  readonly #nodeTypes: PackageNodeTypes;
  readonly #state = new WorkflowState();
  readonly #credentials = new CredentialStore();
  readonly #credentialsHelper: HarnessCredentialsHelper;

  constructor(pack: N8nPackage) {
    this.package = pack;
    this.#nodeTypes = PackageNodeTypes.of(pack);
    this.#credentialsHelper = new HarnessCredentialsHelper(pack.credentials, this.#credentials);
  }

  /** Puts a node into a published workflow. No lifecycle method is called: use `hook()` on the result. */
  activateNode(options: ActivateOptions): ActiveNode {
    return new ActiveNode({
      node: this.#nodeFrom(options),
      nodeTypes: this.#nodeTypes,
      workflowId: options.workflowId ?? randomUUID(),
      baseUrl: options.baseUrl ?? DEFAULT_BASE_URL,
      state: this.#state,
      credentials: this.#credentials,
      credentialsHelper: this.#credentialsHelper,
      logs: this.logs,
    });
  }

  /** Runs the test that n8n's editor runs on a credential: the type's `test` request, or a node's `testedBy`. */
  async testCredential(
    type: string,
    data: ICredentialDataDecryptedObject,
  ): Promise<INodeCredentialTestResult> {
    const setting = {
      pack: this.package,
      baseUrl: DEFAULT_BASE_URL,
      store: this.#credentials,
      helper: this.#credentialsHelper,
      logs: this.logs,
    };
    return await testCredential(setting, type, data);
  }

  #nodeFrom(options: ActivateOptions): INode {
    const type = `${this.package.name}.${options.node}`;
    const { description } = this.#nodeTypes.getByNameAndVersion(type, options.typeVersion);
    const newest = Math.max(...[description.version].flat());
    return {
      id: options.nodeId ?? randomUUID(),
      webhookId: options.webhookId ?? randomUUID(),
      name: description.displayName,
      type,
      typeVersion: options.typeVersion ?? newest,
      position: [0, 0],
      parameters: options.parameters ?? {},
      ...(options.credentials && { credentials: this.#credentials.saveAll(options.credentials) }),
    };
  }
}

/** Loads a built n8n package from its folder, the one that holds its package.json. */
export async function loadN8nPackage(folder: string): Promise<N8nHost> {
  return new N8nHost(await readPackage(folder));
}
