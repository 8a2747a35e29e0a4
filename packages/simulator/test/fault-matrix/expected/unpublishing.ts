import { type Call, withWebhooks } from './call.ts';
import { doubtful, down, empty, endless, garbled, passing, throttling } from './groups.ts';

const unpublishing: Pick<Call, 'hosts' | 'platforms' | 'see'> = {
  hosts: ['n8n', 'zapier'],
  platforms: withWebhooks,
  see: {
    n8n: { works: 'unpublished', told: 'n8n tries three times, then warns' },
    zapier: { works: 'the Zap is off', told: 'switching off fails' },
  },
};

export const lookingAgain: Call = {
  title: 'Unpublishing: looking for the webhook',
  about: 'Switching a Zap off is the same. The webhook is found by its URL.',
  ...unpublishing,
  rows: [
    { after: [...passing, ...doubtful, 'token-ended'], left: 'none' },
    { after: ['400', '409', '422'], told: 'api-rejected', left: 'right' },
    { after: ['401'], told: 'api-unauthorized', left: 'right' },
    { after: ['403'], told: 'api-forbidden', left: 'right' },
    { after: ['404', '410'], told: 'api-not-found', left: 'right' },
    { after: throttling, told: 'api-throttled', left: 'right' },
    { after: [...down, 'login-down'], told: 'api-unavailable', left: 'right' },
    { after: [...garbled, ...empty], told: 'api-answer-unexpected', left: 'right' },
    { after: ['cut'], told: 'api-unreachable', left: 'right' },
    { after: endless, told: 'api-timeout', left: 'right' },
    { after: ['redirect'], told: 'api-redirected', left: 'right' },
  ],
};

export const removing: Call = {
  title: 'Unpublishing: removing the webhook',
  about:
    'A webhook that is gone already counts as removed. Whatever the answer, the platform is asked again: what it still lists would go on sending.',
  ...unpublishing,
  rows: [
    { after: [...passing, ...doubtful, 'token-ended', 'token-ends-midway'], left: 'none' },
    { after: ['400', '422'], told: 'api-rejected', left: 'right' },
    { after: ['401'], told: 'api-unauthorized', left: 'right' },
    { after: ['403'], told: 'api-forbidden', left: 'right' },
    { after: ['404', '410', ...empty], told: 'subscription-not-removed', left: 'right' },
    { after: ['409'], told: 'api-conflict', left: 'right' },
    { after: throttling, told: 'api-throttled', left: 'right' },
    { after: [...down, 'login-down'], told: 'api-unavailable', left: 'right' },
    { after: garbled, told: 'api-answer-unexpected', left: 'right' },
    { after: ['cut'], told: 'api-unreachable', left: 'right' },
    { after: endless, told: 'api-timeout', left: 'right' },
    { after: ['redirect'], told: 'api-redirected', left: 'right' },
  ],
};
