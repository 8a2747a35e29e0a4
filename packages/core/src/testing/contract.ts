import type { z } from 'zod/v4';
import type { Connection } from '../connection.ts';
import type { Platform } from '../platform.ts';
import { describeAuthenticity } from './contract/authenticity.ts';
import { describeDeduplication } from './contract/deduplication.ts';
import { describeIdentity } from './contract/identity.ts';
import { describePrivacy } from './contract/privacy.ts';
import { describeRelations } from './contract/relations.ts';
import { describeSamples } from './contract/samples.ts';
import { describeSchema } from './contract/schema.ts';
import { subjectOf } from './contract/subject.ts';
import { describeTexts } from './contract/texts.ts';
import { describeUnwrapping } from './contract/unwrapping.ts';

export interface ContractOptions {
  /** The entity's schema. */
  readonly schema: z.ZodObject | undefined;
  /** Settings that the platform cannot do without, where defaults and made-up values will not do. */
  readonly connection?: Connection;
}

/**
 * What every platform promises, as Jest tests over its fixtures. Needs Jest's globals, so it is called in test files
 * only.
 */
export function describePlatform(platform: Platform, options: ContractOptions): void {
  const subject = subjectOf(platform, options.connection ?? {});
  describe(`the contract of ${platform.name}`, () => {
    describeTexts(subject);
    describeAuthenticity(subject);
    describeUnwrapping(subject);
    describeIdentity(subject);
    describeDeduplication(subject);
    describeSamples(subject);
    describeSchema(subject, options.schema);
    describePrivacy(subject);
    describeRelations(subject);
  });
}
