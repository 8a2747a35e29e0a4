import type { Api } from '../../api.ts';
import { settingOf } from '../../connection.ts';
import type { Exchange } from '../../http/exchange.ts';
import { asObject, asText } from '../../json.ts';
import { settings } from './settings.ts';

/** Source: https://developers.larkmere.example/authentication */
export const api: Api = {
  baseUrl: (connection) => settingOf(connection, settings, 'baseUrl'),

  authorize({ apiKey = '' }): Record<string, string> {
    return apiKey === '' ? {} : { 'larkmere-key': apiKey };
  },

  /** A practice to try things out has a key of its own, which the prefix tells apart. */
  environment({ apiKey = '' }) {
    if (apiKey.startsWith('trial_')) return 'test';
    return apiKey.startsWith('live_') ? 'live' : null;
  },

  *test(): Exchange<{ label: string }> {
    const answer = yield { path: ['practice'] };
    return { label: asText(asObject(answer.body)['title']) ?? 'Larkmere Diary' };
  },
};
