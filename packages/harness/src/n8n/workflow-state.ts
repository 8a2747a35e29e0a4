import type { IDataObject, INode, INodeTypes, Workflow } from 'n8n-workflow';
import { connectDeduplication, ProcessedDataTable } from './deduplication.ts';
import { workflowModule } from './runtime.ts';

/** What n8n's database keeps for workflows: their static data and the ids they have processed. */
export class WorkflowState {
  readonly #staticData = new Map<string, string>();
  readonly #processedData = new ProcessedDataTable();

  /** A fresh `Workflow` over what was saved last, as n8n builds one for each delivery, lifecycle call and execution. */
  load(id: string, node: INode, nodeTypes: INodeTypes, test: boolean): Workflow {
    const workflow = new workflowModule.Workflow({
      id,
      name: `Workflow ${id}`,
      nodes: [structuredClone(node)],
      connections: {},
      active: !test,
      nodeTypes,
      staticData: this.staticData(id, test),
      settings: {},
    });
    connectDeduplication(workflow, this.#processedData);
    return workflow;
  }

  /** Saves static data if the node has changed it. A test run's never reaches the published workflow. */
  save(workflow: Workflow, test: boolean): void {
    // `__dataChanged` is a property that n8n's observable object answers for, not one of its entries.
    if (workflow.staticData.__dataChanged !== true) return;
    this.#staticData.set(this.#slot(workflow.id, test), JSON.stringify(workflow.staticData));
  }

  staticData(id: string, test: boolean): IDataObject {
    return JSON.parse(this.#staticData.get(this.#slot(id, test)) ?? '{}') as IDataObject;
  }

  #slot(id: string, test: boolean): string {
    return test ? `${id} test` : id;
  }
}
