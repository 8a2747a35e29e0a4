import { aboutCheck, below, people, type Reply } from './person.ts';

const live = people();

const withWebhooks = ['eka-care', 'halo'] as const;

/** Webhooks and what belongs to them. */
function left({ platforms: { ekaCare, halo } }: Awaited<ReturnType<typeof live>>['simulator']) {
  return [...ekaCare.webhooks.list(), ...halo.webhooks.list(), ...halo.webhooks.notifications()];
}

it.each(withWebhooks)('Ctrl+C while %s is waited for deletes the webhook', async (id) => {
  let made = 0;
  const waiting: Reply = [/Waiting for it.* $/, (_match, stop) => stop()];
  const { code, report, err, simulator } = await live(id, {
    replies: [waiting],
    prepare: ({ feed }) => feed.subscribe(({ type }) => void (made += type === 'webhook-created' ? 1 : 0)),
  });
  expect(made).toBeGreaterThan(0);
  expect(code).toBe(1);
  expect(left(simulator)).toEqual([]);
  expect(err).toContain('Stopped.');
  expect(aboutCheck(report, 'signature')).toContain('Not asked: the run was stopped.');
  expect(aboutCheck(report, 'relations')).toContain('Default confirmed.');
});

it.each(withWebhooks)('Ctrl+C in the midst of making one at %s deletes it', async (id) => {
  const { code, simulator, simulated } = await live(id, {
    prepare: ({ feed }, stop) =>
      feed.subscribe(({ type }) => (type === 'webhook-created' ? stop() : undefined)),
  });
  expect(code).toBe(1);
  expect(left(simulator)).toEqual([]);
  expect(simulated.requests.list({ method: 'DELETE' })).not.toEqual([]);
});

it.each(withWebhooks)('a webhook that %s made and then did not confirm is deleted', async (id) => {
  const { report, simulator } = await live(id, {
    prepare({ feed, platforms: { ekaCare, halo } }) {
      const fault = { fault: { kind: 'status', status: 418 }, method: 'GET', times: 1 } as const;
      feed.subscribe(({ type }) => {
        if (type !== 'webhook-created') return;
        for (const platform of [ekaCare, halo]) platform.apiFaults.add(fault);
      });
    },
  });
  expect(aboutCheck(report, 'signature')).toContain('The webhook could not be made.');
  expect(left(simulator)).toEqual([]);
});

it('deletes it with a new token where a person took longer than the first one lasts', async () => {
  const { code, simulator } = await live('halo', {
    simulator: { halo: { settings: { login: { tokenLifetime: 1 } } } },
    words: ['--only', 'signature'],
    cause: (simulated) => void setTimeout(() => simulated.fire('new ticket logged'), 1_200),
  });
  expect(code).toBe(0);
  expect(left(simulator)).toEqual([]);
});

it('reminds of a webhook that a person has made', async () => {
  expect((await live('ally', { words: ['--only', 'signature'] })).err).toContain(
    'Now delete the webhook that you made at Ally (Heim).',
  );
});

it('says so where it cannot be deleted', async () => {
  const { code, report, err } = await live('halo', {
    words: ['--only', 'signature'],
    cause(simulated) {
      simulated.fire('new ticket logged');
      simulated.settings.update({ permissions: { admin: false } });
    },
  });
  expect(code).toBe(3);
  expect(err).toContain('The webhook of this run could not be deleted. The API refuses access');
  expect(err).toContain('npx carehooks sweep halo');
  expect(below(report, 'Defaults that are right')).toEqual(['signature']);
});

it('leaves the webhooks of others alone', async () => {
  const others = { name: 'Others', url: 'https://example.com/hook' };
  const { simulator } = await live('halo', {
    words: ['--only', 'signature,cascade'],
    prepare: ({ platforms: { halo } }) => void halo.webhooks.create(others),
  });
  expect(simulator.platforms.halo.webhooks.list()).toMatchObject([others]);
});
