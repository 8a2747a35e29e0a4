import { type Call, withWebhooks } from './call.ts';
import { doubtful, down, empty, endless, garbled, passing, throttling } from './groups.ts';

const publishing: Pick<Call, 'hosts' | 'platforms' | 'see'> = {
  hosts: ['n8n', 'zapier'],
  platforms: withWebhooks,
  see: {
    n8n: { works: 'published', told: 'publishing fails' },
    zapier: { works: 'the Zap is on', told: 'the Zap stays off' },
  },
};

/** n8n removes a webhook that it could not put right. */
const undone = { n8n: 'none', zapier: 'old' } as const;

export const lookingFor: Call = {
  title: 'Publishing: looking for the webhook',
  about: 'Switching a Zap on is the same. The platform is asked first which webhooks there are.',
  ...publishing,
  rows: [
    { after: [...passing, ...doubtful, 'token-ended'], left: 'right' },
    { after: ['400', '409', '422'], told: 'api-rejected', left: 'none' },
    { after: ['401'], told: 'api-unauthorized', left: 'none' },
    { after: ['403'], told: 'api-forbidden', left: 'none' },
    { after: ['404', '410'], told: 'api-not-found', left: 'none' },
    { after: throttling, told: 'api-throttled', left: 'none' },
    { after: [...down, 'login-down'], told: 'api-unavailable', left: 'none' },
    { after: [...garbled, ...empty], told: 'api-answer-unexpected', left: 'none' },
    { after: ['cut'], told: 'api-unreachable', left: 'none' },
    { after: endless, told: 'api-timeout', left: 'none' },
    { after: ['redirect'], told: 'api-redirected', left: 'none' },
  ],
};

export const making: Call = {
  title: 'Publishing: making the webhook',
  about: 'There is none yet. Whatever the answer, the platform is asked again what there is now.',
  ...publishing,
  rows: [
    { after: [...passing, 'lost', 'token-ended', 'token-ends-midway'], left: 'right' },
    { after: ['400', '422'], told: 'api-rejected', left: 'none' },
    { after: ['401'], told: 'api-unauthorized', left: 'none' },
    { after: ['403'], told: 'api-forbidden', left: 'none' },
    { after: ['404', '410'], told: 'api-not-found', left: 'none' },
    { after: ['409'], told: 'api-conflict', left: 'none' },
    { after: throttling, told: 'api-throttled', left: 'none' },
    { after: [...down, '503-once', 'login-down'], told: 'api-unavailable', left: 'none' },
    { after: garbled, told: 'api-answer-unexpected', left: 'none' },
    { after: empty, told: 'subscription-not-confirmed', left: 'none' },
    { after: ['cut', 'cut-once'], told: 'api-unreachable', left: 'none' },
    { after: endless, told: 'api-timeout', left: 'none' },
    { after: ['redirect'], told: 'api-redirected', left: 'none' },
  ],
};

export const binding: Call = {
  title: 'Publishing: binding events to the webhook',
  about: 'HALO knows the events of a webhook as records of their own, one for each.',
  ...publishing,
  platforms: ['halo'],
  rows: [
    { after: [...passing, 'token-ended'], left: 'right' },
    { after: ['400', '422'], told: 'api-rejected', left: 'none' },
    { after: ['401'], told: 'api-unauthorized', left: 'none', host: 'n8n' },
    // The first login comes to nothing before the app can tidy up, and the second finds the webhook.
    { after: ['401'], told: 'api-unauthorized', left: 'unfinished', host: 'zapier' },
    { after: ['403'], told: 'api-forbidden', left: 'none' },
    { after: ['404', '410'], told: 'api-not-found', left: 'none' },
    { after: ['409'], told: 'api-conflict', left: 'none' },
    { after: throttling, told: 'api-throttled', left: 'none' },
    { after: [...down, '503-once', 'login-down'], told: 'api-unavailable', left: 'none' },
    { after: garbled, told: 'api-answer-unexpected', left: 'none' },
    { after: empty, told: 'subscription-not-confirmed', left: 'none' },
    { after: ['cut', 'cut-once', 'lost'], told: 'api-unreachable', left: 'none' },
    { after: endless, told: 'api-timeout', left: 'none' },
    { after: ['redirect'], told: 'api-redirected', left: 'none' },
  ],
};

export const changing: Call = {
  title: 'Publishing: putting the webhook right',
  about: 'There is one already, for another event.',
  ...publishing,
  rows: [
    { after: [...passing, ...doubtful, ...empty, 'token-ended'], left: 'right' },
    // Eka Care may not know how to change: there the webhook is made anew.
    { after: ['400', '404'], left: 'right', platforms: ['eka-care'] },
    { after: ['400'], told: 'api-rejected', left: undone, platforms: ['halo'] },
    { after: ['404'], told: 'api-not-found', left: undone, platforms: ['halo'] },
    { after: ['422'], told: 'api-rejected', left: undone },
    { after: ['401'], told: 'api-unauthorized', left: undone },
    { after: ['403'], told: 'api-forbidden', left: undone },
    { after: ['410'], told: 'api-not-found', left: undone },
    { after: ['409'], told: 'api-conflict', left: undone },
    { after: throttling, told: 'api-throttled', left: undone },
    { after: down, told: 'api-unavailable', left: undone },
    { after: ['login-down'], told: 'api-unavailable', left: 'old' },
    { after: garbled, told: 'api-answer-unexpected', left: undone },
    { after: ['cut'], told: 'api-unreachable', left: undone },
    { after: endless, told: 'api-timeout', left: undone },
    { after: ['redirect'], told: 'api-redirected', left: undone },
  ],
};
