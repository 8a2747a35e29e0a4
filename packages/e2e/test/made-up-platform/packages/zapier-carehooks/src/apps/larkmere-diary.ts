import { larkmereDiary } from '@carehooks/core';
import { createApp } from '../app.ts';
import { outputFields } from '../output-fields/larkmere-diary.ts';
import samples from '../samples/larkmere-diary.json' with { type: 'json' };

export default createApp({ platform: larkmereDiary, outputFields, samples });
