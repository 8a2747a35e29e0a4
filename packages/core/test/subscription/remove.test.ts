import { removeSubscription } from '../../src/index.ts';
import { hookApi, replacing, subscription, targetUrl } from './made-up-platform.ts';

const options = { subscription: replacing, connection: {}, targetUrl };

describe('removing a subscription', () => {
  it('removes every copy with the target URL and leaves others alone', async () => {
    const other = subscription({ id: 'other', targetUrl: `${targetUrl}0` });
    const api = hookApi([subscription(), other, subscription({ id: 'copy', enabled: false })]);
    expect(await removeSubscription(options, api.client)).toBe(2);
    expect(api.stored()).toEqual([other]);
  });

  it('finds one whose URL is spelled in another way', async () => {
    const api = hookApi([subscription({ targetUrl: 'HTTPS://N8N.example.com:443/webhook/1' })]);
    expect(await removeSubscription(options, api.client)).toBe(1);
  });

  it('does not mind that nothing is there', async () => {
    const api = hookApi();
    expect(await removeSubscription(options, api.client)).toBe(0);
    expect(api.methods()).toBe('GET');
  });

  it('does not mind that it is gone by the time it is removed', async () => {
    const api = hookApi([subscription()], (request) => {
      if (request.method !== 'DELETE') return null;
      api.answer(request);
      return { status: 404 };
    });
    expect(await removeSubscription(options, api.client)).toBe(1);
    expect(api.methods()).toBe('GET DELETE GET');
  });

  it.each([204, 404])('tells when it is still listed after %d', async (status) => {
    const api = hookApi([subscription()], ({ method }) => (method === 'DELETE' ? { status } : null));
    await expect(removeSubscription(options, api.client)).rejects.toMatchObject({
      code: 'subscription-not-removed',
    });
  });

  it.each(['GET', 'DELETE'])('tells when a %s is refused', async (refused) => {
    const api = hookApi([subscription()], ({ method }) => (method === refused ? { status: 403 } : null));
    await expect(removeSubscription(options, api.client)).rejects.toMatchObject({ code: 'api-forbidden' });
  });
});
