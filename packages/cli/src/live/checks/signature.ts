import { accept, type Delivery, type HmacScheme } from '@carehooks/core';
import { explainDelivery } from '@carehooks/core/explain';
import type { Concern, LiveCheck, Received } from '../check.ts';
import { change, confirmed, type Finding, open } from '../finding.ts';
import { explained, nameOf, shown } from '../shown.ts';
import { describeScheme, findScheme } from './find-scheme.ts';

/** How deliveries prove where they come from: what our scheme says is compared, or what it leaves open is found. */
export function signatureCheck(question: string, concerns: Concern): LiveCheck {
  return {
    id: 'signature',
    question,
    concerns,
    kind: 'delivery',
    read(received) {
      const latest = received.arrivals.at(-1)?.delivery;
      if (latest === undefined) return null;
      const scheme = received.platform.signature;
      return scheme.kind === 'discovery' ? pin(latest, received) : compare(latest, received);
    },
  };
}

/** What is found out by looking through all headers can be written down. */
function pin(delivery: Delivery, { secrets, ...rest }: Received): Finding {
  const scheme = findScheme(delivery, secrets);
  if (scheme === null) return unproved(delivery, { secrets, ...rest });
  return change(shown`Signed with ${describeScheme(scheme)}.`, adviceFor(scheme));
}

function adviceFor({ signature, content }: HmacScheme) {
  const header = nameOf(signature.header);
  return content === '{body}'
    ? shown`pin the header to ${header}`
    : shown`replace the look through all headers by the scheme that was observed, with the header ${header}`;
}

function compare(delivery: Delivery, received: Received): Finding {
  const { platform, secrets } = received;
  const outcome = accept(delivery, { platform, secrets, verification: verificationFor(received) });
  if (outcome.kind === 'rejected') return unproved(delivery, received);
  const { header } = outcome.verification;
  return confirmed(
    header === null ? shown`Proved as we expect.` : shown`Proved as we expect, by ${nameOf(header)}.`,
  );
}

function verificationFor({ platform, connection }: Received) {
  const key = platform.signingKey?.(connection);
  return key === undefined ? {} : { key };
}

/** The explain engine says what fits and what does not. */
function unproved(delivery: Delivery, received: Received): Finding {
  const { platform, secrets } = received;
  const labelled = secrets.map((value) => ({ label: 'current', value }));
  const verification = verificationFor(received);
  const { lines, hint } = explainDelivery(delivery, { platform, secrets: labelled, verification });
  const about = lines.filter(({ topic }) => topic !== 'event' && topic !== 'body');
  return open(explained([...about, ...(hint === null ? [] : [{ text: hint }])]));
}
