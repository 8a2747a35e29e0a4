import { type Call, everywhere } from './call.ts';
import { doubtful, down, empty, endless, garbled, passing, throttling } from './groups.ts';

const both = { hosts: ['n8n', 'zapier'], platforms: everywhere } as const;

/** Fetching related records, while a delivery becomes an item. */
export const goingOn: Call = {
  title: 'Related records: go on without them',
  about: 'A delivery whose related records are fetched. What cannot be fetched is left out.',
  ...both,
  see: {
    n8n: { works: 'the item', told: 'the execution fails' },
    zapier: { works: 'the item', told: 'the Zap run fails', throttled: 'Zapier tries again later' },
  },
  rows: [
    { after: [...passing, ...doubtful, 'token-ended'], says: 'ok', left: 'seen' },
    { after: ['400', '409', '422'], says: 'rejected', left: 'seen' },
    { after: ['401'], says: 'unauthorized', left: 'seen' },
    { after: ['403'], says: 'forbidden', left: 'seen' },
    { after: ['404', '410'], says: 'not-found', left: 'seen' },
    { after: throttling, says: 'throttled', left: 'seen' },
    { after: down, says: 'unavailable', left: 'seen' },
    { after: [...garbled, ...empty], says: 'answer-unexpected', left: 'seen' },
    { after: ['cut'], says: 'unreachable', left: 'seen' },
    { after: endless, says: 'timeout', left: 'seen' },
    { after: ['redirect'], says: 'redirected', left: 'seen' },
    { after: ['login-down'], says: 'unavailable', left: 'seen', host: 'n8n' },
    // Zapier logs in by itself, before it calls the app again.
    { after: ['login-down'], told: 'api-unavailable', left: 'free', host: 'zapier' },
  ],
};

export const failing: Call = {
  title: 'Related records: fail without them',
  about:
    'The same, where the execution or the Zap run is to fail. A record that is not there, or that the API will never give, fails nothing: it would do so again and again.',
  ...both,
  see: goingOn.see,
  rows: [
    { after: [...passing, ...doubtful, 'token-ended'], says: 'ok', left: 'seen' },
    { after: ['400', '409', '422'], says: 'rejected', left: 'seen' },
    { after: ['401'], told: 'api-unauthorized', left: 'free' },
    { after: ['403'], told: 'api-forbidden', left: 'free' },
    { after: ['404', '410'], says: 'not-found', left: 'seen' },
    { after: throttling, told: 'api-throttled', left: 'free' },
    { after: [...down, 'login-down'], told: 'api-unavailable', left: 'free' },
    { after: [...garbled, ...empty], told: 'api-answer-unexpected', left: 'free' },
    { after: ['cut'], told: 'api-unreachable', left: 'free' },
    { after: endless, told: 'api-timeout', left: 'free' },
    { after: ['redirect'], told: 'api-redirected', left: 'free' },
  ],
};
