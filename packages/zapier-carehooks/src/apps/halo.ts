import { halo } from '@carehooks/core';
import { createApp } from '../app.ts';
import { outputFields } from '../output-fields/halo.ts';
import samples from '../samples/halo.json' with { type: 'json' };

export default createApp({ platform: halo, outputFields, samples });
