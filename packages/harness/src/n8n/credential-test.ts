import type {
  ICredentialDataDecryptedObject,
  ICredentialTestFunction,
  ICredentialTestRequest,
  ICredentialsDecrypted,
  INode,
  INodeCredentialTestResult,
  INodeType,
} from 'n8n-workflow';
import { additionalDataFor } from './additional-data.ts';
import type { CredentialStore } from './credential-store.ts';
import { TEST_NODE_TYPE, type HarnessCredentialsHelper } from './credentials-helper.ts';
import { recordLogs, type LogEntry } from './logs.ts';
import { PackageNodeTypes } from './node-types.ts';
import type { N8nPackage } from './package.ts';
import { core, workflowModule } from './runtime.ts';

type Test = ICredentialTestRequest | ICredentialTestFunction;

/** What a credential test needs of its host. */
export interface CredentialTestSetting {
  pack: N8nPackage;
  baseUrl: string;
  store: CredentialStore;
  helper: HarnessCredentialsHelper;
  logs: LogEntry[];
}

/** What the "Test" of a credential in n8n's editor would say. */
export async function testCredential(
  setting: CredentialTestSetting,
  type: string,
  data: ICredentialDataDecryptedObject,
): Promise<INodeCredentialTestResult> {
  const test = findTest(setting.pack, type);
  if (!test) return { status: 'Error', message: 'No testing function found for this credential.' };
  const reference = setting.store.save(type, data);
  const credential: ICredentialsDecrypted = {
    id: String(reference.id),
    name: reference.name,
    type,
    data: setting.helper.withDefaults(type, data),
  };
  if (typeof test !== 'function') return await runRequest(setting, credential, test);
  const context = new core.CredentialTestContext(additionalDataFor(setting.baseUrl, setting.helper));
  return await test.call(recordLogs(context, setting.logs), credential);
}

/** The credential type's own `test`, else the first `testedBy` of a node that uses the type. */
function findTest(pack: N8nPackage, type: string): Test | undefined {
  const own = pack.credentials.get(type)?.test;
  if (own) return own;
  for (const node of pack.nodes.values()) {
    const versions = 'nodeVersions' in node ? Object.values(node.nodeVersions) : [node];
    for (const version of versions) {
      const testedBy = version.description.credentials?.find(({ name }) => name === type)?.testedBy;
      if (typeof testedBy === 'string') return version.methods?.credentialTest?.[testedBy];
      if (testedBy) return testedBy;
    }
  }
  return undefined;
}

/** A node made up for the test: its one parameter, a routed one, sends the test's request. */
function testNodeType(type: string, { request }: ICredentialTestRequest): INodeType {
  return {
    description: {
      displayName: 'Credential test',
      name: TEST_NODE_TYPE,
      group: ['input'],
      version: 1,
      description: '',
      defaults: { name: 'Temp-Node' },
      inputs: [],
      outputs: [],
      credentials: [{ name: type, required: true }],
      properties: [{ displayName: 'Temp', name: 'temp', type: 'string', default: '', routing: { request } }],
    },
  };
}

async function runRequest(
  setting: CredentialTestSetting,
  credential: ICredentialsDecrypted,
  test: ICredentialTestRequest,
): Promise<INodeCredentialTestResult> {
  const nodeType = testNodeType(credential.type, test);
  const node: INode = {
    id: 'temp',
    name: 'Temp-Node',
    type: TEST_NODE_TYPE,
    typeVersion: 1,
    position: [0, 0],
    parameters: {},
    credentials: { [credential.type]: { id: credential.id, name: credential.name } },
  };
  const nodeTypes = new PackageNodeTypes([[TEST_NODE_TYPE, nodeType]]);
  const workflow = new workflowModule.Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
  const inputData = { main: [[{ json: {} }]] };
  const context = new core.ExecuteContext(
    workflow,
    node,
    additionalDataFor(setting.baseUrl, setting.helper),
    'internal',
    workflowModule.createEmptyRunExecutionData(),
    0,
    [],
    inputData,
    { node, data: {}, source: null },
    [],
  );
  const routing = new core.RoutingNode(recordLogs(context, setting.logs), nodeType, credential);
  try {
    const output = await routing.runNode();
    return (
      bodyRuleBroken(test, output?.[0]?.[0]?.json) ?? { status: 'OK', message: 'Connection successful!' }
    );
  } catch (thrown) {
    return { status: 'Error', message: failureMessage(test, thrown) };
  }
}

function bodyRuleBroken(test: ICredentialTestRequest, body: unknown): INodeCredentialTestResult | undefined {
  for (const rule of test.rules ?? []) {
    if (rule.type !== 'responseSuccessBody') continue;
    const { key, value, message } = rule.properties;
    const found = key
      .split('.')
      .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], body);
    if (found === value) return { status: 'Error', message };
  }
  return undefined;
}

interface RequestFailure {
  message: string;
  cause?: { code?: string; response?: { status: number; statusText?: string } };
}

function failureMessage(test: ICredentialTestRequest, thrown: unknown): string {
  const { message, cause } = thrown as RequestFailure;
  if (!cause?.response) return cause?.code ?? message;
  const { status, statusText } = cause.response;
  const rule = test.rules?.find((r) => r.type === 'responseCode' && r.properties.value === status);
  return rule?.properties.message ?? (statusText || `Received HTTP status code: ${status}`);
}
