import type { IncomingHttpHeaders } from 'node:http';
import type { INodeExecutionData, IWebhookResponseData } from 'n8n-workflow';

/** One HTTP request as a platform sends it. */
export interface DeliveryRequest {
  /** POST unless given. */
  method?: string;
  /** Path and query below the host's base URL; the node's own webhook path unless given. */
  path?: string;
  /** Query string without `?`, added to the path. */
  query?: string;
  headers?: Record<string, string | string[]>;
  body?: Uint8Array;
  /** Sends it to the test URL, as while the editor listens for a test event. */
  test?: boolean;
}

/** What came of a delivery: the answer that the platform saw, and what n8n would go on with. */
export interface DeliveryReply {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** Whether an execution starts; its input is `workflowData`. */
  started: boolean;
  workflowData?: INodeExecutionData[][];
  /** What `webhook()` threw, or what kept n8n from calling it. */
  error?: Error;
}

/** The items as an execution finds them: stored, and perhaps read in another process, as JSON. */
export function storedItems(result: IWebhookResponseData): INodeExecutionData[][] | undefined {
  if (result.workflowData === undefined) return undefined;
  return JSON.parse(JSON.stringify(result.workflowData)) as INodeExecutionData[][];
}
