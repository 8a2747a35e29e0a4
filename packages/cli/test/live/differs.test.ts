import { aboutCheck, type Live, people } from './person.ts';

const live = people();

interface Case extends Live {
  readonly platform: string;
  readonly check: string;
  readonly observed: RegExp;
  /** What to do; left out where the default is confirmed. */
  readonly change?: RegExp;
}

const ally = 'packages/core/src/platforms/ally';
const connect = 'packages/core/src/platforms/halo-connect';

const cases: Case[] = [
  {
    platform: 'ally',
    check: 'signature',
    simulator: {
      ally: {
        settings: {
          signature: { header: 'X-Ally-Proof', algorithm: 'sha512', encoding: 'base64', prefix: 'sha512=' },
        },
      },
    },
    observed:
      /HMAC-SHA512 over the raw body, in the header `x-ally-proof` as base64 of 88 characters behind `sha512=`/,
    change: new RegExp(`In \`${ally}/signature.ts\` pin the header to \`x-ally-proof\``),
  },
  {
    platform: 'ally',
    check: 'event-header',
    simulator: { ally: { settings: { webhook: { eventHeader: 'X-Ally-Event' } } } },
    observed: /Named in `x-ally-event`/,
    change: /read the event from the header `x-ally-event`/,
  },
  {
    platform: 'ally',
    check: 'authorization-scheme',
    simulator: { ally: { settings: { api: { authorization: 'bearer' } } } },
    observed: /Works: `Bearer`\. Does not: the key alone/,
    change: new RegExp(`In \`${ally}/settings.ts\` make \`Bearer\` the default`),
  },
  {
    platform: 'ally',
    check: 'expand-query',
    simulator: { ally: { settings: { api: { expand: 'brackets' } } } },
    observed: /Works: `expand\[\]=\{relation\}`/,
    change: /make `expand\[\]=\{relation\}` the default/,
  },
  {
    platform: 'ally',
    check: 'relations',
    simulator: { ally: { settings: { api: { windows: true } } } },
    observed: /Refused: none/,
  },
  {
    platform: 'ally',
    check: 'list-shape',
    simulator: { ally: { settings: { api: { envelope: false } } } },
    observed: /A list is a list, each with `id` \(text\)/,
  },
  {
    platform: 'eka-care',
    check: 'token-header',
    simulator: { ekaCare: { settings: { api: { tokenHeader: 'auth' } } } },
    observed: /Works: `authorization` and `auth`/,
    change: /make `authorization` and `auth` the default/,
  },
  {
    platform: 'eka-care',
    check: 'updates',
    simulator: { ekaCare: { settings: { api: { patch: 'all' } } } },
    observed: /Answered 200, and the events are the new ones/,
  },
  {
    platform: 'eka-care',
    check: 'event-field',
    cause: (simulated) =>
      void simulated.fire('appointment.created', { body: { event_type: 'appointment.created', data: {} } }),
    observed: /Named in `event_type`/,
  },
  {
    platform: 'halo-connect',
    check: 'secret-encoding',
    simulator: { haloConnect: { settings: { webhook: { secretEncoding: 'base64' } } } },
    observed: /It is base64/,
    change: new RegExp(`In \`${connect}/settings.ts\` make base64 the default`),
  },
  {
    platform: 'halo-connect',
    check: 'retries',
    simulator: {
      clockFactor: 8,
      haloConnect: { settings: { webhook: { renewTimestamp: false }, delivery: { longestPause: 5_000 } } },
    },
    observed: /Sent 3 times.*Headers that changed: none\. The signed time stays/,
    change: new RegExp(`In \`${connect}/signature.ts\` set the tolerance above the longest pause`),
  },
  {
    platform: 'halo-connect',
    check: 'row-format',
    prepare({ platforms: { haloConnect } }) {
      for (const { id } of haloConnect.data.production.registeredQueries.list()) {
        haloConnect.run('production', id, 'Id;Patient\n1;Ada Lovelace');
      }
    },
    observed: /It is no JSON/,
    change: new RegExp(`In \`${connect}/rows.ts\` read the format`),
  },
  {
    platform: 'halo',
    check: 'event-numbers',
    simulator: { halo: { settings: { api: { eventNumber: 'id' } } } },
    observed: /The number is in `id`/,
    change: /choices\.ts` look in `id` first/,
  },
  {
    platform: 'halo',
    check: 'cascade',
    simulator: { halo: { settings: { api: { cascade: true } } } },
    observed: /They are gone with it/,
    change: /delete the webhook alone/,
  },
  {
    platform: 'halo',
    check: 'answers-to-post',
    simulator: { halo: { settings: { api: { answers: 'array' } } } },
    observed: /`Webhook`: a list and `Notification`: a list/,
  },
  {
    platform: 'halo',
    check: 'auth-info',
    connection: { tenant: 'carehooks' },
    simulator: { halo: { settings: { login: { authInfo: 'off' } } } },
    observed: /Answered 404/,
    change: /ask for it/,
  },
];

it.each(cases)('$platform: $check', async ({ platform, check, observed, change, ...options }) => {
  const { code, report } = await live(platform, { ...options, words: ['--only', check] });
  expect(code).toBe(0);
  const about = aboutCheck(report, check);
  expect(about).toMatch(observed);
  if (change === undefined) expect(about).toContain('- Default confirmed.');
  else expect(about.slice(about.indexOf('- What to do:'))).toMatch(change);
});
