import asyncQuery from '../../../../../fixtures/halo-connect/async.json' with { type: 'json' };
import registered from '../../../../../fixtures/halo-connect/registered.json' with { type: 'json' };
import type { Samples } from '../../platform.ts';
import { listResults } from './changes.ts';

export const samples: Samples = {
  fixtures: { async: asyncQuery, registered },
  list: listResults,
};
