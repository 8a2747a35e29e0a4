import { fixtureItem, type Item, type Platform, sampleItems, TriggerError } from '@carehooks/core';
import { hasApiAccess } from '../connection.ts';
import { pipelineOptions } from '../pipeline.ts';
import { sealed } from '../sealed.ts';

/**
 * Items to set a Zap up with: recent records where the API can be asked, else the item of a recorded delivery. A
 * connection without an API key, or an API that is down, must not keep anyone from setting up a Zap.
 */
export function loadSamples(platform: Platform, type: string | null) {
  return sealed(async (z, bundle): Promise<Item[]> => {
    const options = pipelineOptions(z, bundle, platform);
    if (!hasApiAccess(platform, options.connection)) return [await fixtureItem(type, options)];
    try {
      return await sampleItems(type, options);
    } catch (error) {
      if (!(error instanceof TriggerError)) throw error;
      options.log?.({ code: error.code });
      return [await fixtureItem(type, options)];
    }
  });
}
