import type { INodeTypeDescription, IWebhookDescription } from 'n8n-workflow';

/** What every trigger's description has, beside its parameters. */

/** Not version 1: n8n evaluates an expression for it on every delivery, before the node runs. */
export const version = 2;

export const subtitle =
  '={{ $parameter["events"].includes("*") ? "any event" : $parameter["events"].join(", ") }}';

/** Deliveries are answered with an empty 200 once n8n has stored the execution. */
export const webhooks: IWebhookDescription[] = [
  {
    name: 'default',
    httpMethod: 'POST',
    path: 'webhook',
    responseMode: 'onReceived',
    responseData: 'noData',
  },
];

interface PanelTexts {
  /** What to know first. */
  readonly opening?: string;
  /** Goes on after "While you build, …". */
  readonly build: string;
  /** Goes on after "When the workflow is ready, …". */
  readonly ready: string;
  /** Goes on after "Once you have built the workflow, …". */
  readonly hint: string;
}

/** The panel that waits for a test event, in the markup that n8n shows there. */
export function triggerPanel({
  opening = 'Webhooks have two modes: test and production.',
  build,
  ready,
  hint,
}: PanelTexts): NonNullable<INodeTypeDescription['triggerPanel']> {
  const before = `${opening}<br /><br /><b>While you build</b>, ${build}<br /><br />`;
  return {
    executionsHelp: {
      inactive: `${before}<b>When the workflow is ready</b>, ${ready}`,
      active: `${before}<b>Deliveries to the production URL</b> start the workflow by themselves. They are in the <a data-key="executions">executions list</a>.`,
    },
    activationHint: `Once you have built the workflow, ${hint}`,
  };
}
