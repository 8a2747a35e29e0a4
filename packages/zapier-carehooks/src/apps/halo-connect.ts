import { haloConnect } from '@carehooks/core';
import { createApp } from '../app.ts';
import { outputFields } from '../output-fields/halo-connect.ts';
import samples from '../samples/halo-connect.json' with { type: 'json' };

export default createApp({ platform: haloConnect, outputFields, samples });
