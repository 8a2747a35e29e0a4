import { livePlatforms } from '../../src/live/platforms/index.ts';
import { aboutCheck, people, type Reply } from './person.ts';

const live = people();
const canary = 'canary-7f3a';
const ids = livePlatforms.map(({ platform }) => platform.id);

/** Everything that a platform sends, from outermost to innermost, in keys and values. */
const body = {
  id: canary,
  event: canary,
  event_time: canary,
  [`${canary}@example.com`]: canary,
  data: { id: canary, [canary.repeat(2)]: [{ [`${canary} 19900101`]: canary }], ticket: { actions: canary } },
  payload: canary,
  ticket: { id: canary, details: canary, action: { note: canary } },
};

it.each(ids)('tells no value of a delivery to %s that anyone may have sent', async (id) => {
  let hook = '';
  const sendAll: Reply = [
    /Waiting for it.* $/,
    () => {
      const headers = {
        authorization: `Basic ${Buffer.from(canary).toString('base64')}`,
        'content-type': `application/json; ${canary}=${canary}`,
        'x-signature': canary,
        'x-halo-signature-256': canary,
        'x-halo-timestamp': canary,
        'eka-webhook-signature': `t=${canary},v1=${canary}`,
        'x-19900101-x': canary,
      };
      const url = `${hook}?${new URLSearchParams({ siteId: canary, token: canary, [canary]: canary }).toString()}`;
      // A request that is held breaks off at the end of the run.
      void fetch(url, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => {});
    },
  ];
  const seen: Reply = [/Webhook URL: ([^?\s]+)/, ([, url = '']) => void (hook = url)];
  const secret: Reply = [/Webhook secret of [^*]*$/, () => canary];
  const { report, all } = await live(id, {
    words: ['--wait', '0.7'],
    hold: 300,
    replies: [sendAll, seen, secret],
    prepare: ({ feed }) =>
      feed.subscribe((event) => {
        if (event.type === 'webhook-created') hook = event.webhook.url.replace('-spare', '');
      }),
  });
  expect(aboutCheck(report, 'envelope')).toContain('one with an unusual name');
  expect(all).not.toContain(canary);
  expect(all).not.toContain('19900101');
  expect(all).not.toContain(Buffer.from(canary).toString('base64'));
});
