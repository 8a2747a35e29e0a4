import { ally as platform, type Exchange } from '@carehooks/core';
import type { LiveCheck, TryVariants } from '../check.ts';
import { canRead, errorBodyCheck, rateLimitCheck, recentEntities, relationsCheck } from '../checks/api.ts';
import { envelopeCheck } from '../checks/body.ts';
import { eventHeaderCheck, stampHeadersCheck } from '../checks/delivery-headers.ts';
import { fieldIn } from '../checks/json.ts';
import { retriesCheck, tellsRetries } from '../checks/retries.ts';
import { signatureCheck } from '../checks/signature.ts';
import { timeLimitCheck } from '../checks/time-limit.ts';
import { change, confirmed, type Finding, open } from '../finding.ts';
import { fieldsOf, shown } from '../shown.ts';
import { concernsIn, simulatorSetting } from './concern.ts';
import type { LivePlatform } from './index.ts';

const ours = concernsIn('ally');

/** The new name of the vendor and the old one. */
const hosts = ['https://api.heim.health/v1', 'https://api.allyhealth.co.uk/v1'] as const;

const baseUrl: LiveCheck & TryVariants = {
  id: 'base-url',
  question: 'At which address does the API answer?',
  concerns: ours('settings.ts', 'baseUrl'),
  kind: 'variants',
  variants: [
    { label: shown`\`https://api.heim.health/v1\``, settings: { baseUrl: hosts[0] } },
    { label: shown`\`https://api.allyhealth.co.uk/v1\``, settings: { baseUrl: hosts[1] } },
  ],
  // Whoever goes through a proxy may not want the key to go elsewhere.
  applies: ({ baseUrl: set }) => set === undefined || hosts.some((host) => host === set),
  otherwise: shown`Not tried: another address is set, and the key is sent there alone.`,
  probe: canRead,
};

const authorizationScheme: LiveCheck = {
  id: 'authorization-scheme',
  question: 'How is the API key sent?',
  concerns: ours('settings.ts', 'authorizationScheme'),
  kind: 'variants',
  variants: [
    { label: shown`the key alone`, settings: { authorizationScheme: '' } },
    { label: shown`\`Bearer\``, settings: { authorizationScheme: 'Bearer' } },
  ],
  probe: canRead,
};

const expandQuery: LiveCheck = {
  id: 'expand-query',
  question: 'Which query asks for related records in one request?',
  concerns: ours('settings.ts', 'expandQuery'),
  kind: 'variants',
  variants: [
    { label: shown`\`expand={relations}\``, settings: { expandQuery: 'expand={relations}' } },
    { label: shown`\`expand[]={relation}\``, settings: { expandQuery: 'expand[]={relation}' } },
    { label: shown`\`expand={relation}\``, settings: { expandQuery: 'expand={relation}' } },
    { label: shown`\`include={relations}\``, settings: { expandQuery: 'include={relations}' } },
  ],
  *probe(account): Exchange<boolean> {
    // Two relations, so that one value with a comma and two values are told apart.
    const wanted = ['patient', 'task'];
    const entity = (yield* recentEntities(account)).find((one) =>
      wanted.every((name) => fieldIn(one[name], 'id')),
    );
    const asked = entity && platform.expandTogether(entity, wanted, account.connection);
    if (asked == null) return false;
    const expanded = yield* asked;
    return wanted.every((name) => Object.keys(expanded[name] ?? {}).length > 1);
  },
};

const listShape: LiveCheck = {
  id: 'list-shape',
  question: 'What is the shape of a list, and does it tell of further pages?',
  concerns: ours('api.ts', 'listIn'),
  kind: 'api',
  *ask(): Exchange<Finding> {
    const { body } = yield { path: ['appointments'] };
    const observed = shown`A list is ${fieldsOf(body)}.`;
    return Array.isArray(body) || Array.isArray(fieldIn(body, 'data'))
      ? confirmed(observed)
      : change(observed, shown`read the rows where they are`);
  },
};

const knownStatuses = ['scheduling', 'scheduled', 'completed', 'cancelled'];

const statuses: LiveCheck = {
  id: 'statuses',
  question: 'Have appointments a status that we do not know?',
  concerns: ours('envelope.ts', 'possibleEvents'),
  kind: 'api',
  *ask(account): Exchange<Finding> {
    const found = new Set((yield* recentEntities(account)).map((entity) => String(entity['status'])));
    if (found.size === 0) return open(shown`There are no appointments.`);
    const unknown = [...found].filter((status) => !knownStatuses.includes(status));
    const observed = shown`${found.size - unknown.length} known, ${unknown.length} unknown.`;
    return unknown.length === 0
      ? confirmed(observed)
      : change(observed, shown`add the statuses that are missing`);
  },
};

const polling: LiveCheck = {
  id: 'polling-filter',
  question: 'Does the filter by time of change leave out older records?',
  concerns: ours('changes.ts', 'updatedAt'),
  kind: 'api',
  *ask({ connection, now }): Exchange<Finding> {
    const tomorrow = new Date(now + 86_400_000).toISOString();
    const rows = yield* platform.changes.list(tomorrow, connection);
    return rows.length === 0
      ? confirmed(shown`Nothing is listed as changed in the future.`)
      : change(shown`${rows.length} records are listed all the same.`, shown`filter what was listed`);
  },
};

const testMode: LiveCheck = {
  id: 'key-prefix',
  question: 'Does the key tell test and live mode apart?',
  concerns: ours('api.ts', 'environment'),
  kind: 'api',
  *ask(account): Exchange<Finding> {
    yield* canRead(account);
    const environment = platform.api.environment(account.connection);
    if (environment === null)
      return change(shown`It begins with neither \`test_\` nor \`live_\`.`, shown`read the mode otherwise`);
    return confirmed(environment === 'test' ? shown`It is a test key.` : shown`It is a live key.`);
  },
};

export const ally: LivePlatform = {
  platform,
  events: [],
  checks: [
    baseUrl,
    authorizationScheme,
    testMode,
    listShape,
    polling,
    statuses,
    expandQuery,
    relationsCheck(ours('relations.ts', 'relations')),
    errorBodyCheck(ours('api.ts', 'recordOf'), () => ['appointments', 'carehooks-live-check']),
    signatureCheck(
      'Which header carries the signature, and how is it made?',
      ours('signature.ts', 'signature'),
    ),
    eventHeaderCheck(ours('envelope.ts', 'possibleEvents')),
    stampHeadersCheck(ours('envelope.ts', 'version')),
    envelopeCheck(ours('envelope.ts', 'envelope')),
    retriesCheck('When is a delivery sent again?', simulatorSetting('ally', 'pauses'), tellsRetries),
    timeLimitCheck(simulatorSetting('ally', 'timeout'), 10),
    rateLimitCheck,
  ],
};
