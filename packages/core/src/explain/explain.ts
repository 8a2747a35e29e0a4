import { accept, type AcceptOptions } from '../accept.ts';
import type { Delivery } from '../delivery.ts';
import { hintFor, messageFor } from '../errors.ts';
import type { Outcome } from '../outcome.ts';
import { describeBasic } from './basic.ts';
import { describeBytes } from './body.ts';
import { type Cause, describeSearch, findCause } from './causes/find.ts';
import { describeDiscovery } from './discovery.ts';
import { describeOutcome } from './events.ts';
import { type Explanation, type ExplainOptions, type ExplanationLine, note } from './explanation.ts';
import { describeHmac } from './hmac.ts';
import { describeSecrets } from './secrets.ts';
import { isUsable, provingSecret, type Subject } from './subject.ts';
import { count } from './words.ts';

/**
 * Tells step by step why a delivery is authentic or not. The verdict is that of `accept`. Where it is a rejection, the
 * same engine tries what may have gone wrong: each cause that is named makes the proof fit when it is undone.
 *
 * No text holds a secret, a header value or anything of the body.
 *
 * @example
 * explainDelivery(delivery, { platform: ekaCare, secrets: [{ label: 'current', value: secret }] });
 */
export function explainDelivery(delivery: Delivery, options: ExplainOptions): Explanation {
  const { platform, secrets, verification = {} } = options;
  const subject: Subject = { delivery, scheme: platform.signature, secrets, verification };
  const given: AcceptOptions = { ...options, secrets: secrets.map(({ value }) => value) };
  const outcome = accept(delivery, given);
  const code = outcome.kind === 'rejected' ? outcome.code : null;
  const cause = code === null || code === 'secret-missing' ? null : findCause(subject);
  // What the body says is told of a forged delivery too, as a claim.
  const told = accept(delivery, { ...given, secrets: [], verification: { acceptUnsigned: true } });
  return {
    ...conclude(outcome, subject, cause),
    lines: [
      describeRequest(delivery),
      ...describeProof(subject),
      ...describeSecrets(subject, code),
      ...(cause?.lines ?? describeSearch(subject, code)),
      ...describeBytes(delivery),
      ...describeOutcome(told, platform, code === null),
    ],
  };
}

type Conclusion = Omit<Explanation, 'lines'>;

function conclude(outcome: Outcome, subject: Subject, cause: Cause | null): Conclusion {
  if (outcome.kind === 'rejected') {
    const { code } = outcome;
    return { verified: false, code, message: messageFor(code), hint: cause?.hint ?? hintFor(code) };
  }
  if (outcome.verification.method === 'none') {
    const message = 'Nothing was checked: no secret is set, and unsigned deliveries are accepted';
    return { verified: false, code: null, message, hint: hintFor('secret-missing') };
  }
  return { verified: true, code: null, message: 'The delivery is authentic', hint: rotationHint(subject) };
}

/** While a secret is replaced: which one the platform still has. */
function rotationHint(subject: Subject): string | null {
  const usable = subject.secrets.filter((secret) => isUsable(subject, secret));
  const proving = provingSecret(subject);
  if (proving === undefined || proving === usable[0]) return null;
  return `The platform still uses the secret "${proving.label}". Keep it set until deliveries come with the newer one.`;
}

function describeRequest({ method, headers, body }: Delivery): ExplanationLine {
  const what = method === 'POST' ? 'A POST request' : 'A request other than POST';
  const sizes = `${count(Object.keys(headers).length, 'header')} and a body of ${count(body.length, 'byte')}`;
  return note('request', `${what} with ${sizes}.`);
}

function describeProof(subject: Subject): ExplanationLine[] {
  const { scheme } = subject;
  switch (scheme.kind) {
    case 'hmac':
      return describeHmac({ ...subject, scheme });
    case 'discovery':
      return describeDiscovery({ ...subject, scheme });
    case 'basic':
      return describeBasic({ ...subject, scheme });
  }
}
