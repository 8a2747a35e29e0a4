import { ekaCare as platform, type Exchange } from '@carehooks/core';
import type { LiveCheck } from '../check.ts';
import { canRead, errorBodyCheck, rateLimitCheck, relationsCheck } from '../checks/api.ts';
import { bodyCheck, envelopeCheck } from '../checks/body.ts';
import { fieldIn } from '../checks/json.ts';
import { retriesCheck, wantsNewTime } from '../checks/retries.ts';
import { signatureCheck } from '../checks/signature.ts';
import { timeLimitCheck } from '../checks/time-limit.ts';
import { change, confirmed, type Finding, learned } from '../finding.ts';
import { listOf, nameOf, shown, typeOf } from '../shown.ts';
import { events, webhookChecks } from './eka-care-webhooks.ts';
import { concernsIn, simulatorSetting } from './concern.ts';
import type { LivePlatform } from './index.ts';

const ours = concernsIn('eka-care');

const stageHost: LiveCheck = {
  id: 'stage-host',
  question: 'At which address is the stage environment?',
  concerns: ours('api.ts', 'https://api.dev.eka.care'),
  kind: 'variants',
  variants: [
    { label: shown`\`https://api.dev.eka.care\``, settings: { environment: 'stage' } },
    {
      label: shown`\`https://api-dev.eka.care\``,
      settings: { environment: 'custom', baseUrl: 'https://api-dev.eka.care' },
    },
  ],
  applies: ({ environment }) => environment === 'stage',
  otherwise: shown`Not tried: the account is not one of the stage environment.`,
  probe: canRead,
};

const tokenHeader: LiveCheck = {
  id: 'token-header',
  question: 'Which header carries the token?',
  concerns: ours('settings.ts', 'sendAuthHeader'),
  kind: 'variants',
  variants: [
    { label: shown`\`authorization\` alone`, settings: { sendAuthHeader: 'no' } },
    { label: shown`\`authorization\` and \`auth\``, settings: { sendAuthHeader: 'yes' } },
  ],
  probe: canRead,
};

/** Milliseconds before the end of a token at which we take another. */
const margin = 60_000;

const tokenLifetime: LiveCheck = {
  id: 'token-lifetime',
  question: 'How long is a token taken?',
  concerns: ours('api.ts', 'usualLifetime'),
  kind: 'api',
  *ask(account): Exchange<Finding> {
    yield* canRead(account);
    const expiry = Date.parse(account.connection['expiresAt'] ?? '') + margin;
    return learned(shown`About ${Math.round((expiry - account.now) / 60_000)} minutes.`);
  },
};

const names = ['event', 'event_type', 'event_id'];

const eventField = bodyCheck(
  'event-field',
  'Which field names the event?',
  ours('envelope.ts', 'event_type'),
  (body, { platform: { events } }) => {
    const naming = names.filter((name) => fieldIn(body, name) !== undefined);
    const known = naming.some((name) => events.some(({ type }) => type === fieldIn(body, name)));
    const observed = shown`Named in ${listOf(naming.map(nameOf), 'none of the fields that we read')}.`;
    return known ? confirmed(observed) : change(observed, shown`add the event, or the field that names it`);
  },
);

const eventTime = bodyCheck(
  'event-time',
  'In which form are times sent?',
  ours('event-time.ts', 'toIsoTime'),
  (body) => {
    const times = ['event_time', 'timestamp'].map(
      (name) => shown`${nameOf(name)} (${typeOf(fieldIn(body, name))})`,
    );
    return learned(shown`Of this event: ${listOf(times)}.`);
  },
);

export const ekaCare: LivePlatform = {
  platform,
  events,
  checks: [
    stageHost,
    tokenHeader,
    tokenLifetime,
    relationsCheck(ours('relations.ts', 'relations')),
    errorBodyCheck(ours('problem.ts', 'readProblem'), () => [
      'dr',
      'v1',
      'appointment',
      'carehooks-live-check',
    ]),
    ...webhookChecks,
    signatureCheck('Are deliveries signed as documented?', ours('signature.ts', 'signature')),
    eventField,
    eventTime,
    envelopeCheck(ours('envelope.ts', 'envelope')),
    retriesCheck(
      'Is a delivery sent again that was not taken, and is it signed anew?',
      ours('signature.ts', 'tolerance'),
      wantsNewTime,
    ),
    timeLimitCheck(simulatorSetting('eka-care', 'timeout'), 10),
    {
      id: 'endpoint-uniqueness',
      question: 'Can another client, or another workspace, register an address that is registered already?',
      concerns: ours('subscription.ts', 'already registered'),
      kind: 'person',
      answers: [
        { label: 'No, an address is registered once for all', finding: confirmed(shown`Unique for all.`) },
        { label: 'Yes, another workspace can', finding: learned(shown`Unique for each workspace.`) },
        {
          label: 'Yes, another client of the workspace can',
          finding: learned(shown`Unique for each client.`),
        },
      ],
    },
    rateLimitCheck,
  ],
};
