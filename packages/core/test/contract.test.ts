import { platforms } from '../src/index.ts';
import { entitySchemas } from '../src/schemas.ts';
import { describePlatform } from '../src/testing/index.ts';

for (const platform of platforms) describePlatform(platform, { schema: entitySchemas[platform.id] });
