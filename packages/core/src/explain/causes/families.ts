import type { BasicScheme, DiscoveryScheme, HmacScheme, Scheme } from '../../signature/scheme.ts';
import type { Subject } from '../subject.ts';
import { otherBodies } from './bodies.ts';
import { otherContents } from './contents.ts';
import { otherCredentials, otherTokens } from './credentials.ts';
import { otherEncodings } from './encodings.ts';
import { otherSignatureHeader, otherTimestampHeader, renamedHeaders } from './headers.ts';
import type { Family, Hypothesis } from './hypothesis.ts';
import { otherKeys } from './keys.ts';

/** What is cheap to try and likely comes first. */
const hmacFamilies: ReadonlyArray<Family<HmacScheme>> = [
  renamedHeaders,
  otherEncodings,
  otherSignatureHeader,
  otherTimestampHeader,
  otherKeys,
  otherContents,
  otherBodies,
];
const discoveryFamilies: ReadonlyArray<Family<DiscoveryScheme>> = [otherSignatureHeader, otherBodies];
const basicFamilies: ReadonlyArray<Family<BasicScheme>> = [renamedHeaders, otherTokens, otherCredentials];

/** All hypotheses about a proof of its kind. */
export function hypothesesAbout(subject: Subject): Iterable<Hypothesis> {
  const { scheme } = subject;
  switch (scheme.kind) {
    case 'hmac':
      return chain(hmacFamilies, { ...subject, scheme });
    case 'discovery':
      return chain(discoveryFamilies, { ...subject, scheme });
    case 'basic':
      return chain(basicFamilies, { ...subject, scheme });
  }
}

function* chain<Kind extends Scheme>(
  families: ReadonlyArray<Family<Kind>>,
  subject: Subject<Kind>,
): Iterable<Hypothesis> {
  for (const family of families) yield* family(subject);
}
