import type {
  IExecuteFunctions,
  IHookFunctions,
  ILoadOptionsFunctions,
  IWebhookFunctions,
} from 'n8n-workflow';

/** The contexts of a trigger in which a parameter is read without an item. */
export type TriggerContext = IHookFunctions | IWebhookFunctions | ILoadOptionsFunctions;

/** Those and the execution, where a parameter belongs to the first item. */
export type AnyContext = TriggerContext | IExecuteFunctions;

/** Reads a parameter in any context. */
export function readParameter<Value>(context: AnyContext, name: string, fallback: Value): Value {
  // Only the execution has input data, and only there a parameter is read for an item.
  const value =
    'getInputData' in context
      ? context.getNodeParameter(name, 0, fallback)
      : context.getNodeParameter(name, fallback as object);
  return value as Value;
}
