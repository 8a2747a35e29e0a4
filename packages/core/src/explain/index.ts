export { explainDelivery } from './explain.ts';
export type { Explanation, ExplanationLine, ExplainOptions, LabelledSecret } from './explanation.ts';
