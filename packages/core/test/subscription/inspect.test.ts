import { inspectSubscription } from '../../src/index.ts';
import { hookApi, replacing, subscription, targetUrl, updating, wanted } from './made-up-platform.ts';

describe('inspecting a subscription', () => {
  it.each([
    ['nothing', [], ['missing']],
    ['a right one', [subscription()], []],
    ['one for another URL', [subscription({ targetUrl: `${targetUrl}/` })], ['missing']],
    ['one that is switched off', [subscription({ enabled: false })], ['disabled']],
    ['one with fewer events', [subscription({ events: [] })], ['events-differ']],
    ['one with other events', [subscription({ events: ['updated'] })], ['events-differ']],
    ['one with an event twice', [subscription({ events: ['created', 'created'] })], []],
    ['one with another secret', [subscription({ secret: 'older' })], ['secret-differs']],
    [
      'one with everything wrong',
      [subscription({ enabled: false, events: [], secret: '' })],
      ['disabled', 'events-differ', 'secret-differs'],
    ],
    ['two right ones', [subscription(), subscription({ id: 'copy' })], ['surplus']],
    ['a wrong and a right one', [subscription({ events: [] }), subscription({ id: 'copy' })], ['surplus']],
  ])('finds of %s what is wrong', async (_what, stored, problems) => {
    const api = hookApi(stored);
    const found = await inspectSubscription({ ...wanted, subscription: replacing }, api.client);
    expect(found.problems).toEqual(problems);
    expect(api.methods()).toBe('GET');
    expect(api.stored()).toEqual(stored);
  });

  it('puts the right one first', async () => {
    const api = hookApi([subscription({ id: 'wrong', events: [] }), subscription({ id: 'right' })]);
    const { own } = await inspectSubscription({ ...wanted, subscription: replacing }, api.client);
    expect(own.map(({ id }) => id)).toEqual(['right', 'wrong']);
  });

  it('tells a secret that the platform keeps to itself from a right one, where it can be set anew', async () => {
    const api = hookApi([{ ...subscription(), secret: undefined }]);
    const found = await inspectSubscription({ ...wanted, subscription: updating }, api.client);
    expect(found.problems).toEqual(['secret-unknown']);
  });

  it('compares events by their keys, and asks for its own address', async () => {
    const asked: Array<string | undefined> = [];
    const keyed: typeof replacing = {
      ...replacing,
      eventKey: (event) => event.toUpperCase(),
      *list(connection, target) {
        asked.push(target);
        return yield* replacing.list(connection);
      },
    };
    const api = hookApi([subscription({ events: ['CREATED'] })]);
    const found = await inspectSubscription({ ...wanted, subscription: keyed }, api.client);
    expect(found.problems).toEqual([]);
    expect(asked).toEqual([targetUrl]);
  });

  it('does not miss a secret that the platform keeps to itself', async () => {
    const api = hookApi([{ ...subscription(), secret: undefined }]);
    const found = await inspectSubscription({ ...wanted, subscription: replacing }, api.client);
    expect(found.problems).toEqual([]);
  });
});
