import { type Call, everywhere, type Row, withWebhooks } from './call.ts';
import { doubtful, down, empty, endless, garbled, passing, throttling } from './groups.ts';

/** What reading from an API comes to, but for answers that are JSON and not what was asked for. */
const refusals: readonly Row[] = [
  { after: ['401'], told: 'api-unauthorized', left: 'nothing' },
  { after: ['403'], told: 'api-forbidden', left: 'nothing' },
  { after: ['404', '410'], told: 'api-not-found', left: 'nothing' },
  { after: throttling, told: 'api-throttled', left: 'nothing' },
  { after: garbled, told: 'api-answer-unexpected', left: 'nothing' },
  { after: ['cut'], told: 'api-unreachable', left: 'nothing' },
  { after: endless, told: 'api-timeout', left: 'nothing' },
  { after: ['redirect'], told: 'api-redirected', left: 'nothing' },
];

export const testing: Call = {
  title: 'Testing the connection',
  about: 'The test of a credential on n8n, and of a connection on Zapier.',
  hosts: ['n8n', 'zapier'],
  platforms: everywhere,
  see: {
    n8n: { works: 'connected', told: 'the test fails' },
    zapier: { works: 'connected', told: 'the test fails' },
  },
  rows: [
    { after: [...passing, ...doubtful, 'token-ended'], left: 'nothing' },
    { after: ['400', '409', '422'], told: 'api-rejected', left: 'nothing' },
    { after: [...down, 'login-down'], told: 'api-unavailable', left: 'nothing' },
    ...refusals,
    { after: ['empty'], told: 'api-answer-unexpected', left: 'nothing' },
    {
      after: ['unrelated'],
      told: 'api-answer-unexpected',
      left: 'nothing',
      platforms: ['eka-care', 'halo-connect', 'halo'],
    },
    // What the answer of Ally looks like is not documented.
    { after: ['unrelated'], left: 'nothing', platforms: ['ally'] },
  ],
};

export const loggingIn: Call = {
  title: 'Logging in',
  about: 'Getting a token, where the API wants one. On n8n it shows in whatever needed the token.',
  hosts: ['n8n', 'zapier'],
  platforms: withWebhooks,
  see: {
    n8n: { works: 'logged in', told: 'what needed the token fails' },
    zapier: { works: 'logged in', told: 'the connection is not made, or the call fails' },
  },
  rows: [
    { after: [...passing, ...doubtful], left: 'nothing' },
    { after: ['400', '422'], told: 'api-rejected', left: 'nothing' },
    // HALO is first asked where its tokens come from, and reading meets no conflict.
    { after: ['409'], told: 'api-rejected', left: 'nothing', platforms: ['halo'] },
    { after: ['409'], told: 'api-conflict', left: 'nothing', platforms: ['eka-care'] },
    { after: down, told: 'api-unavailable', left: 'nothing' },
    ...refusals,
    { after: empty, told: 'api-answer-unexpected', left: 'nothing' },
  ],
};

export const choosing: Call = {
  title: 'Choosing from a list',
  about: 'A drop-down that the API fills.',
  hosts: ['n8n', 'zapier'],
  platforms: ['eka-care', 'halo-connect', 'halo'],
  see: {
    n8n: { works: 'the list', told: 'the list stays empty' },
    zapier: { works: 'the list', told: 'the list stays empty' },
  },
  rows: [
    { after: [...passing, ...doubtful, 'token-ended'], left: 'nothing' },
    { after: ['400', '409', '422'], told: 'api-rejected', left: 'nothing' },
    { after: [...down, 'login-down'], told: 'api-unavailable', left: 'nothing' },
    ...refusals,
    { after: empty, told: 'api-answer-unexpected', left: 'nothing' },
  ],
};

export const polling: Call = {
  title: 'Polling',
  about: 'A trigger that asks the API what changed.',
  hosts: ['zapier'],
  platforms: ['ally', 'halo-connect'],
  see: {
    zapier: {
      works: 'the changed records',
      told: 'the poll fails, and the next one finds the changes',
      throttled: 'Zapier tries again later',
    },
  },
  rows: [
    { after: [...passing, ...doubtful], left: 'nothing' },
    { after: ['400', '409', '422'], told: 'api-rejected', left: 'nothing' },
    { after: down, told: 'api-unavailable', left: 'nothing' },
    ...refusals,
    { after: empty, told: 'api-answer-unexpected', left: 'nothing' },
  ],
};

export const sampling: Call = {
  title: 'Loading samples',
  about: 'Items to set a Zap up with. An API that is down keeps nobody from that.',
  hosts: ['zapier'],
  platforms: everywhere,
  see: { zapier: { works: 'samples, recorded ones where there are no others', told: 'no samples' } },
  rows: [
    { after: [...passing, ...doubtful, ...throttling, ...down, ...garbled, ...empty], left: 'nothing' },
    { after: ['400', '401', '403', '404', '409', '410', '422'], left: 'nothing' },
    { after: [...endless, 'cut', 'redirect', 'token-ended'], left: 'nothing' },
    { after: ['login-down'], told: 'api-unavailable', left: 'nothing' },
  ],
};
