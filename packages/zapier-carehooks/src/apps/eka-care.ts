import { ekaCare } from '@carehooks/core';
import { createApp } from '../app.ts';
import { outputFields } from '../output-fields/eka-care.ts';
import samples from '../samples/eka-care.json' with { type: 'json' };

export default createApp({ platform: ekaCare, outputFields, samples });
