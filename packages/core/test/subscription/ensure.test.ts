import { ensureSubscription } from '../../src/index.ts';
import {
  hookApi,
  replacing,
  type Step,
  subscription,
  targetUrl,
  updating,
  wanted,
} from './made-up-platform.ts';

const right = { targetUrl, events: ['created'], enabled: true, secret: 'derived' };

/** Lets something happen instead of, or before, the first request of a method. */
function once(method: string, happen: Step): Step {
  let done = false;
  return (request) => {
    if (done || request.method !== method) return null;
    done = true;
    return happen(request);
  };
}

describe('ensuring a subscription', () => {
  it('creates one where there is none, and asks whether it is so', async () => {
    const api = hookApi();
    expect(await ensureSubscription({ ...wanted, subscription: replacing }, api.client)).toBe('created');
    expect(api.stored()).toEqual([{ id: 'new_1', ...right }]);
    expect(api.methods()).toBe('GET POST GET');
  });

  it('adopts a right one with a single request', async () => {
    const api = hookApi([subscription()]);
    expect(await ensureSubscription({ ...wanted, subscription: replacing }, api.client)).toBe('adopted');
    expect(api.methods()).toBe('GET');
  });

  it('creates nothing more however often it is called', async () => {
    const api = hookApi();
    for (let times = 0; times < 3; times += 1) {
      await ensureSubscription({ ...wanted, subscription: replacing }, api.client);
    }
    expect(api.stored()).toHaveLength(1);
  });

  it.each([
    ['other events', { events: ['created', 'updated'] }],
    ['another secret', { secret: 'older' }],
    ['a switched-off state', { enabled: false }],
  ])('updates one with %s', async (_what, changed) => {
    const api = hookApi([subscription(changed)]);
    expect(await ensureSubscription({ ...wanted, subscription: updating }, api.client)).toBe('updated');
    expect(api.stored()).toEqual([{ id: 'old', ...right }]);
    expect(api.methods()).toBe('GET PUT GET');
  });

  it('sets a secret anew that the platform keeps to itself, since it may be an old one', async () => {
    const api = hookApi([{ ...subscription(), secret: undefined }], (request) => {
      const answer = api.answer(request);
      const rows = request.method === 'GET' ? (answer.json as object[]) : null;
      return rows === null ? answer : { json: rows.map((row) => ({ ...row, secret: undefined })) as never };
    });
    expect(await ensureSubscription({ ...wanted, subscription: updating }, api.client)).toBe('updated');
    expect(api.stored()).toEqual([{ id: 'old', ...right }]);
    expect(api.methods()).toBe('GET PUT GET');
  });

  it('replaces a wrong one where the platform cannot update', async () => {
    const api = hookApi([subscription({ events: ['updated'] })]);
    expect(await ensureSubscription({ ...wanted, subscription: replacing }, api.client)).toBe('replaced');
    expect(api.stored()).toEqual([{ id: 'new_1', ...right }]);
    expect(api.methods()).toBe('GET DELETE POST GET');
  });

  it('removes surplus copies of its own and keeps the right one', async () => {
    const api = hookApi([
      subscription({ id: 'a', enabled: false }),
      subscription(),
      subscription({ id: 'c' }),
    ]);
    expect(await ensureSubscription({ ...wanted, subscription: replacing }, api.client)).toBe('adopted');
    expect(api.stored()).toEqual([{ id: 'old', ...right }]);
  });

  it('leaves the subscriptions of others alone', async () => {
    const others = [
      subscription({ id: 'longer', targetUrl: `${targetUrl}2` }),
      subscription({ id: 'shorter', targetUrl: targetUrl.slice(0, -1) }),
      subscription({ id: 'query', targetUrl: `${targetUrl}?a=1` }),
      subscription({ id: 'nonsense', targetUrl: 'nonsense' }),
    ];
    const api = hookApi(others);
    expect(await ensureSubscription({ ...wanted, subscription: replacing }, api.client)).toBe('created');
    expect(api.stored()).toEqual([...others, { id: 'new_1', ...right }]);
  });

  it('finds what a call that was cut off has created', async () => {
    const api = hookApi(
      [],
      once('POST', (request) => {
        api.answer(request);
        throw new Error('socket hang up');
      }),
    );
    expect(await ensureSubscription({ ...wanted, subscription: replacing }, api.client)).toBe('adopted');
    expect(api.stored()).toHaveLength(1);
    expect(api.methods()).toBe('GET POST GET GET');
  });

  it('tells the error of a call that was cut off and created nothing', async () => {
    const api = hookApi([], (request) => {
      if (request.method === 'POST') throw new Error('socket hang up');
      return null;
    });
    await expect(
      ensureSubscription({ ...wanted, subscription: replacing }, api.client),
    ).rejects.toMatchObject({
      code: 'api-unreachable',
    });
  });

  it('repairs "already registered": a copy that the first look did not show', async () => {
    const stale = subscription({ id: 'stale', events: ['updated'] });
    const hidden = once('GET', () => ({ json: [] }));
    const refusing = once('POST', () => ({ status: 409, json: { message: 'already registered' } }));
    const api = hookApi([stale], (request) => hidden(request) ?? refusing(request));
    expect(await ensureSubscription({ ...wanted, subscription: replacing }, api.client)).toBe('replaced');
    expect(api.stored()).toEqual([{ id: 'new_1', ...right }]);
  });

  it('adopts what "already registered" meant where it is right', async () => {
    const hidden = once('GET', () => ({ json: [] }));
    const refusing = once('POST', () => ({ status: 409 }));
    const api = hookApi([subscription()], (request) => hidden(request) ?? refusing(request));
    expect(await ensureSubscription({ ...wanted, subscription: replacing }, api.client)).toBe('adopted');
    expect(api.methods()).toBe('GET POST GET GET');
  });

  it('does not believe a creation that the list does not show', async () => {
    const api = hookApi([], (request) => (request.method === 'POST' ? { status: 201 } : null));
    await expect(
      ensureSubscription({ ...wanted, subscription: replacing }, api.client),
    ).rejects.toMatchObject({
      code: 'subscription-not-confirmed',
    });
  });

  it('lets faults of the code through as they are', async () => {
    const api = hookApi();
    const fault = new RangeError('a fault of ours');
    const faulty = {
      ...replacing,
      create(): never {
        throw fault;
      },
    };
    await expect(ensureSubscription({ ...wanted, subscription: faulty }, api.client)).rejects.toBe(fault);
  });

  it.each([
    'http://n8n.example.com/webhook/1',
    'https://localhost:5678/webhook/1',
    'https://192.168.1.5/webhook/1',
  ])('refuses %s before it asks anything', async (unreachable) => {
    const api = hookApi();
    const options = { ...wanted, targetUrl: unreachable, subscription: replacing };
    await expect(ensureSubscription(options, api.client)).rejects.toMatchObject({
      code: 'target-unreachable',
    });
    expect(api.calls).toEqual([]);
  });
});
