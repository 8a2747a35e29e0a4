import { ally } from '@carehooks/core';
import { createApp } from '../app.ts';
import { outputFields } from '../output-fields/ally.ts';
import samples from '../samples/ally.json' with { type: 'json' };

export default createApp({ platform: ally, outputFields, samples });
