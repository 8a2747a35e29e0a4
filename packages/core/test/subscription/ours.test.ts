import {
  ally,
  derivedSecrets,
  isOurs,
  type Platform,
  type Subscription,
  targetKey,
} from '../../src/index.ts';
import { replacing } from './made-up-platform.ts';

const platform: Platform = { ...ally, id: 'made-up', subscription: replacing };
const targetUrl = 'https://example.org/hook';
const found: Subscription = { id: '1', targetUrl, events: [], enabled: true };

function derived(clientSecret: string): string {
  return derivedSecrets(platform, { clientSecret }, targetKey(targetUrl))[0] ?? '';
}

describe('a subscription is ours', () => {
  it.each([
    ['current', { clientSecret: 'now' }],
    ['previous', { clientSecret: 'next', previousClientSecret: 'now' }],
  ])('by a secret derived from the %s one', (_which, connection) => {
    expect(isOurs({ ...found, secret: derived('now') }, platform, connection)).toBe(true);
  });

  it.each([
    ['another account’s secret', { secret: derived('theirs') }],
    ['no secret', { secret: '' }],
    ['another’s secret, whatever its name', { secret: 'theirs', marked: true }],
    ['the secret of another target', { secret: derived('now'), targetUrl: `${targetUrl}/2` }],
    ['nothing that would prove it', {}],
  ])('not with %s', (_what, told) => {
    expect(isOurs({ ...found, ...told }, platform, { clientSecret: 'now' })).toBe(false);
  });

  it.each([true, false])('by our mark (%j), where the platform keeps secrets to itself', (marked) => {
    expect(isOurs({ ...found, marked }, platform, { clientSecret: 'now' })).toBe(marked);
  });
});
