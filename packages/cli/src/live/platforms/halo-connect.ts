import { haloConnect as platform, verify } from '@carehooks/core';
import type { LiveCheck, Received } from '../check.ts';
import { errorBodyCheck, rateLimitCheck, relationsCheck } from '../checks/api.ts';
import { envelopeCheck } from '../checks/body.ts';
import { retriesCheck, wantsNewTime } from '../checks/retries.ts';
import { signatureCheck } from '../checks/signature.ts';
import { change, confirmed, type Finding, learned, open } from '../finding.ts';
import { listOf, nameOf, shown } from '../shown.ts';
import { resultsCheck } from './halo-connect-results.ts';
import { concernsIn } from './concern.ts';
import type { LivePlatform } from './index.ts';

const ours = concernsIn('halo-connect');

const encodings = [
  { value: 'utf8', label: shown`plain text` },
  { value: 'base64', label: shown`base64` },
  { value: 'hex', label: shown`hex` },
] as const;

const secretEncoding: LiveCheck = {
  id: 'secret-encoding',
  question: 'Is the text of the secret the key, or an encoding of it?',
  concerns: ours('settings.ts', 'keyEncoding'),
  kind: 'delivery',
  read({ arrivals, secrets }: Received): Finding | null {
    const latest = arrivals.at(-1)?.delivery;
    if (latest === undefined) return null;
    const [preset, ...others] = encodings.map(({ value, label }) => {
      const key = platform.signingKey({ keyEncoding: value });
      return { label, fits: verify(latest, platform.signature, secrets, { key, tolerance: 0 }).ok };
    });
    if (preset?.fits === true) return confirmed(shown`It is ${preset.label}.`);
    const found = others.find(({ fits }) => fits);
    if (found === undefined) return open(shown`No way to read the secret fits the signature.`);
    return change(shown`It is ${found.label}.`, shown`make ${found.label} the default`);
  },
};

const variables = ['siteId', 'queryId', 'source'];

const urlVariables: LiveCheck = {
  id: 'url-variables',
  question: 'Are variables filled in after the question mark of the URL?',
  concerns: ours('envelope.ts', 'variables'),
  kind: 'delivery',
  read({ arrivals }): Finding | null {
    const latest = arrivals.at(-1)?.delivery;
    if (latest === undefined) return null;
    const there = variables.filter((name) => latest.query[name] !== undefined);
    const names = listOf(there.map(nameOf));
    if (there.length === 0)
      return open(shown`The URL of the webhook ends without \`?siteId={siteId}\` and the like.`);
    return there.some((name) => latest.query[name]?.startsWith('{') === true)
      ? change(shown`Left as they are: ${names}.`, shown`read them from the body alone`)
      : confirmed(shown`Filled in: ${names}.`);
  },
};

const retention: LiveCheck = {
  id: 'result-retention',
  question: 'How long does Halo Connect keep the result of a query? (Its support knows.)',
  concerns: ours('result.ts', 'expired'),
  kind: 'person',
  answers: [
    {
      label: 'Less than an hour',
      finding: change(shown`Less than an hour.`, shown`say that results are to be fetched at once`),
    },
    { label: 'Up to a day', finding: learned(shown`Up to a day.`) },
    { label: 'Longer', finding: learned(shown`Longer than a day.`) },
  ],
};

const rotation: LiveCheck = {
  id: 'secret-rotation',
  question: 'When support replaces the secret, what signs the deliveries of that time?',
  concerns: ours('settings.ts', 'previousWebhookSecret'),
  kind: 'person',
  answers: [
    { label: 'First the old secret, then the new one', finding: confirmed(shown`One after the other.`) },
    {
      label: 'Both secrets, in one header',
      finding: change(shown`Both at once.`, shown`say how several signatures stand in the header`),
    },
  ],
};

export const haloConnect: LivePlatform = {
  platform,
  events: [],
  targetQuery: '?siteId={siteId}&queryId={queryId}&source={source}',
  checks: [
    resultsCheck,
    relationsCheck(ours('relations.ts', 'relations')),
    errorBodyCheck(ours('api.ts', 'sitePath'), () => [
      'integrator',
      'sites',
      '00000000-0000-4000-8000-000000000000',
    ]),
    secretEncoding,
    signatureCheck('Are deliveries signed as documented?', ours('signature.ts', 'signature')),
    urlVariables,
    envelopeCheck(ours('envelope.ts', 'envelope')),
    retriesCheck('Has a retry a new time stamp?', ours('signature.ts', 'tolerance'), wantsNewTime),
    rotation,
    retention,
    rateLimitCheck,
  ],
};
