import type {
  ICredentialDataDecryptedObject,
  ICredentialType,
  IHttpRequestHelper,
  IHttpRequestOptions,
  INode,
  INodeCredentialsDetails,
  INodeProperties,
  IRequestOptionsSimplified,
  IWorkflowDataProxyAdditionalKeys,
  IWorkflowExecuteAdditionalData,
  Workflow,
  WorkflowExecuteMode,
  IExecuteData,
} from 'n8n-workflow';
import type { CredentialStore } from './credential-store.ts';
import { core, workflowModule } from './runtime.ts';

type Data = ICredentialDataDecryptedObject;

/** Type n8n gives the node that it makes up for testing a credential. */
export const TEST_NODE_TYPE = 'n8n-nodes-base.noOp';

const isTestNode = (node: INode) => node.type === TEST_NODE_TYPE && node.parameters.temp === '';

function resolve(expression: string, credentials: Data, workflow: Workflow, node: INode): string {
  if (!workflowModule.isExpression(expression)) return expression;
  const keys: IWorkflowDataProxyAdditionalKeys & { $credentials: Data } = { $credentials: credentials };
  const value = workflow.expression.getSimpleParameterValue(
    node,
    expression,
    'internal',
    keys,
    undefined,
    '',
  );
  return value ? String(value) : '';
}

/** Applies credentials to requests by the rules of the n8n server, over credentials kept in memory. */
export class HarnessCredentialsHelper extends workflowModule.ICredentialsHelper {
  readonly #types: ReadonlyMap<string, ICredentialType>;
  readonly #store: CredentialStore;

  constructor(types: ReadonlyMap<string, ICredentialType>, store: CredentialStore) {
    super();
    this.#types = types;
    this.#store = store;
  }

  getParentTypes(name: string): string[] {
    const parents = this.#types.get(name)?.extends ?? [];
    return [...parents, ...parents.flatMap((parent) => this.getParentTypes(parent))];
  }

  isCredentialUsableByNode(): boolean {
    return true;
  }

  async authenticate(
    credentials: Data,
    typeName: string,
    requestOptions: IHttpRequestOptions | IRequestOptionsSimplified,
    workflow?: Workflow,
    node?: INode,
  ): Promise<IHttpRequestOptions> {
    const options = requestOptions as IHttpRequestOptions;
    const { authenticate } = this.#type(typeName);
    if (typeof authenticate === 'function') return await authenticate(credentials, options);
    if (authenticate?.type !== 'generic') return options;
    if (!workflow || !node) throw new Error('Declarative authentication needs a workflow and a node');
    options.headers ??= {};
    const target = options as unknown as Record<string, Record<string, string>>;
    for (const [part, entries] of Object.entries(authenticate.properties)) {
      const values = (target[part] ??= {});
      for (const [key, value] of Object.entries(entries as Record<string, string>)) {
        values[resolve(key, credentials, workflow, node)] = resolve(value, credentials, workflow, node);
      }
    }
    return options;
  }

  /** Fetches an expiring token where the credential has none, or n8n-core saw it refused, and saves it. */
  async preAuthentication(
    helpers: IHttpRequestHelper,
    credentials: Data,
    typeName: string,
    node: INode,
    credentialsExpired: boolean,
  ): Promise<Data | undefined> {
    const type = this.#type(typeName);
    const token = type.properties.find((p) => p.type === 'hidden' && p.typeOptions?.expirable === true)?.name;
    if (token === undefined || !type.preAuthentication) return undefined;
    if (credentials[token] !== '' && !credentialsExpired && !isTestNode(node)) return undefined;
    const output = (await type.preAuthentication.call(helpers, credentials)) as Data;
    const reference = node.credentials?.[typeName];
    if (output[token] === undefined || !reference) return undefined;
    this.#store.update(reference, typeName, { ...this.#store.read(reference, typeName), ...output });
    return Object.assign(credentials, output);
  }

  async runPreAuthentication(helpers: IHttpRequestHelper, credentials: Data, typeName: string) {
    const { preAuthentication } = this.#type(typeName);
    return (await preAuthentication?.call(helpers, credentials)) as Data | undefined;
  }

  async getCredentials(reference: INodeCredentialsDetails, type: string) {
    const credentials = new core.Credentials(reference, type);
    await credentials.setData(this.#store.read(reference, type));
    return credentials;
  }

  async getDecrypted(
    _additionalData: IWorkflowExecuteAdditionalData,
    reference: INodeCredentialsDetails,
    type: string,
    _mode: WorkflowExecuteMode,
    _executeData?: IExecuteData,
    raw?: boolean,
  ): Promise<Data> {
    const stored = this.#store.read(reference, type);
    return raw ? stored : this.withDefaults(type, stored);
  }

  /** Completes saved data with the defaults of fields that it does not have. */
  withDefaults(type: string, data: Data): Data {
    const properties = this.getCredentialsProperties(type);
    const { getNodeParameters } = workflowModule.NodeHelpers;
    return getNodeParameters(properties, data as never, true, false, null, null) as Data;
  }

  async updateCredentials(reference: INodeCredentialsDetails, type: string, data: Data): Promise<void> {
    this.#store.update(reference, type, data);
  }

  async updateCredentialsOauthTokenData(reference: INodeCredentialsDetails, type: string, data: Data) {
    this.#store.update(reference, type, {
      ...this.#store.read(reference, type),
      oauthTokenData: data.oauthTokenData ?? {},
    });
  }

  getCredentialsProperties(type: string): INodeProperties[] {
    const own = this.#type(type);
    const properties: INodeProperties[] = [];
    for (const parent of own.extends ?? []) {
      workflowModule.NodeHelpers.mergeNodeProperties(properties, this.getCredentialsProperties(parent));
    }
    workflowModule.NodeHelpers.mergeNodeProperties(properties, own.properties);
    return properties;
  }

  #type(name: string): ICredentialType {
    const type = this.#types.get(name);
    if (!type)
      throw new Error(`Unknown credential type ${name}; known: ${[...this.#types.keys()].join(', ')}`);
    return type;
  }
}
