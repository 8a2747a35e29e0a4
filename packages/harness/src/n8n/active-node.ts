import type {
  ICredentialDataDecryptedObject,
  IDataObject,
  INode,
  INodeExecutionData,
  INodePropertyOptions,
} from 'n8n-workflow';
import type { DeliveryReply, DeliveryRequest } from './delivery.ts';
import { executeNode, type ExecuteOptions, type Run } from './execution.ts';
import { callHook, type HookName, type HookOptions } from './lifecycle.ts';
import { loadOptions } from './load-options.ts';
import { openWorkflow, webhookBaseUrl, type NodeSetting } from './node-setting.ts';
import { receiveDelivery } from './receive.ts';

/** A delivery's answer, and what the execution that it started made of it. */
export interface Received {
  reply: DeliveryReply;
  run?: Run;
}

/** One trigger node in a published workflow of its own. */
export class ActiveNode {
  readonly #setting: NodeSetting;
  #executions = 0;

  constructor(setting: NodeSetting) {
    this.#setting = setting;
  }

  get node(): INode {
    return structuredClone(this.#setting.node);
  }

  /** The workflow's saved static data; the node's own lies under `node:<name>`. */
  get staticData(): IDataObject {
    return this.#setting.state.staticData(this.#setting.workflowId, false);
  }

  /** Static data of the workflow's test runs, which n8n keeps apart. */
  get testStaticData(): IDataObject {
    return this.#setting.state.staticData(this.#setting.workflowId, true);
  }

  /** URL at which n8n listens for the node's webhook `default`. */
  webhookUrl({ test = false }: { test?: boolean } = {}): string {
    const opened = openWorkflow(this.#setting, test);
    const route = opened.routes.find(({ webhookDescription }) => webhookDescription.name === 'default');
    if (!route) throw new Error(`${this.#setting.node.type} has no webhook named default`);
    return `${webhookBaseUrl(opened, test)}/${route.path}`;
  }

  /** A credential of the node as it is saved now, with what `preAuthentication` has added to it. */
  credential(type: string): ICredentialDataDecryptedObject {
    const reference = this.#setting.node.credentials?.[type];
    if (!reference) throw new Error(`The node has no credential of type ${type}`);
    return this.#setting.credentials.read(reference, type);
  }

  /** Saves other data in a credential of the node, as a person does in the editor. */
  changeCredential(type: string, data: ICredentialDataDecryptedObject): void {
    const reference = this.#setting.node.credentials?.[type];
    if (!reference) throw new Error(`The node has no credential of type ${type}`);
    this.#setting.credentials.update(reference, type, data);
  }

  /** Calls a lifecycle method in n8n-core's HookContext; throws as the method throws. */
  async hook(name: HookName, options: HookOptions = {}): Promise<boolean> {
    return await callHook(this.#setting, name, options);
  }

  /** Fills a list of the editor by one of the node's `loadOptions` methods; throws as the method throws. */
  async loadOptions(method: string): Promise<INodePropertyOptions[]> {
    return await loadOptions(this.#setting, method);
  }

  /** Sends a delivery over a real connection to `webhook()` in n8n-core's WebhookContext. */
  async deliver(request: DeliveryRequest): Promise<DeliveryReply> {
    return await receiveDelivery(this.#setting, request);
  }

  /** Runs `execute()` in n8n-core's ExecuteContext over items of a delivery; throws as the node throws. */
  async execute(items: INodeExecutionData[][], options: ExecuteOptions = {}): Promise<Run> {
    this.#executions += 1;
    return await executeNode(this.#setting, String(this.#executions), items, options);
  }

  /** Delivers, then executes if the delivery starts an execution. */
  async receive(request: DeliveryRequest): Promise<Received> {
    const reply = await this.deliver(request);
    if (!reply.workflowData) return { reply };
    return {
      reply,
      run: await this.execute(reply.workflowData, { mode: request.test ? 'manual' : 'webhook' }),
    };
  }
}
