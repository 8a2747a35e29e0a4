import { accepted } from './accepted.ts';
import type { Definition } from './definition.ts';
import { fieldRules } from './field-rules.ts';
import type { Finding, Rule } from './rule.ts';
import { sampleRules } from './sample-rules.ts';
import { textRules } from './text-rules.ts';
import { triggerRules } from './trigger-rules.ts';

/**
 * Zapier's checks D001 to D028, as far as they can be made of a definition alone. D026, that addresses which users
 * enter are validated, is tried on the running app (`test/publishing-rules.test.ts`). D027 wants the newest platform
 * version, which is for Zapier to know. There is no D019 and no D020.
 */
export const rules: readonly Rule[] = [...fieldRules, ...triggerRules, ...textRules, ...sampleRules].sort(
  (left, right) => left.id.localeCompare(right.id),
);

export interface Checked {
  readonly broken: ReadonlyArray<Finding & { readonly rule: string }>;
  /** What breaks a rule with a reason. */
  readonly accepted: ReadonlyArray<Finding & { readonly rule: string; readonly reason: string }>;
}

export function check(definition: Definition, wanted: readonly Rule[] = rules): Checked {
  const found = wanted.flatMap(({ id, find }) =>
    find(definition).map((finding) => ({ ...finding, rule: id })),
  );
  const known = found.map((finding) => ({ finding, reason: reasonFor(finding) }));
  return {
    broken: known.flatMap(({ finding, reason }) => (reason === undefined ? [finding] : [])),
    accepted: known.flatMap(({ finding, reason }) => (reason === undefined ? [] : [{ ...finding, reason }])),
  };
}

function reasonFor({ rule, where }: { readonly rule: string; readonly where: string }): string | undefined {
  return accepted.find((one) => one.rule === rule && one.where.test(where))?.reason;
}
