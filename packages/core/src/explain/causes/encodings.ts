import { headerOf } from '../../delivery.ts';
import { namePrefix } from '../../signature/discover.ts';
import { readSignatures } from '../../signature/fields.ts';
import type { Algorithm, Encoding, HmacScheme } from '../../signature/scheme.ts';
import { countSignatures } from '../hmac.ts';
import { nameOf } from '../shape.ts';
import { signatureField } from '../signature-field.ts';
import type { Subject } from '../subject.ts';
import { list } from '../words.ts';
import type { Family } from './hypothesis.ts';

const encodings: readonly Encoding[] = ['hex', 'base64'];
const algorithms: readonly Algorithm[] = ['sha256', 'sha512'];

/** The signature is right and not written as the platform writes it. */
export const otherEncodings: Family<HmacScheme> = function* (subject) {
  for (const spelling of spellings) {
    for (const altered of otherSchemes(respelled(subject, spelling))) {
      const differences = [
        ...(spelling.text === '' ? [] : [spelling.text]),
        ...differencesOf(subject.scheme, altered.scheme),
      ];
      // No digest is computed where nothing could be one.
      if (differences.length === 0 || countSignatures(altered) === 0) continue;
      yield {
        altered,
        topic: 'signature',
        text: `The signature fits, but it ${list(differences)}.`,
        hint: 'Whoever makes the delivery has to write the signature as the platform does.',
      };
    }
  }
};

interface Spelling {
  readonly text: string;
  readonly correct: (value: string) => string;
}

const spellings: readonly Spelling[] = [
  { text: '', correct: (value) => value },
  { text: 'has quotes around it', correct: (value) => value.replace(/^(["'])(.*)\1$/, '$2') },
  { text: 'mixes upper and lower case', correct: (value) => value.toLowerCase() },
  {
    text: 'is written in base64url',
    correct: (value) => {
      const text = value.replaceAll('-', '+').replaceAll('_', '/');
      const last = /[\w+/]*$/.exec(text)?.[0] ?? '';
      return `${text}${'='.repeat((4 - (last.length % 4)) % 4)}`;
    },
  },
];

function respelled(subject: Subject<HmacScheme>, { correct }: Spelling): Subject<HmacScheme> {
  const { delivery } = subject;
  const { header } = signatureField(subject);
  const value = headerOf(delivery, header);
  if (value === undefined) return subject;
  const headers = { ...delivery.headers, [header]: correct(value) };
  return { ...subject, delivery: { ...delivery, headers } };
}

/** The subject under every encoding, algorithm and prefix, its own among them. */
function* otherSchemes(subject: Subject<HmacScheme>): Iterable<Subject<HmacScheme>> {
  const { scheme, delivery } = subject;
  const field = signatureField(subject);
  const [first = ''] = readSignatures(headerOf(delivery, field.header) ?? '', { ...field, prefix: '' });
  const [found = ''] = namePrefix.exec(first) ?? [];
  const prefixes = new Set([field.prefix ?? '', '', found]);
  for (const algorithm of algorithms) {
    for (const encoding of encodings) {
      for (const prefix of prefixes) {
        const signature = { ...scheme.signature, prefix };
        yield { ...subject, scheme: { ...scheme, algorithm, encoding, signature } };
      }
    }
  }
}

function differencesOf(right: HmacScheme, found: HmacScheme): string[] {
  const { prefix = '' } = right.signature;
  const differences: string[] = [];
  if (found.encoding !== right.encoding) {
    differences.push(`is ${found.encoding} in place of ${right.encoding}`);
  }
  if (found.algorithm !== right.algorithm) {
    differences.push(`was made with ${nameOf(found.algorithm)} in place of ${nameOf(right.algorithm)}`);
  }
  if ((found.signature.prefix ?? '') !== prefix) {
    differences.push(
      prefix === '' ? 'has a prefix that does not belong there' : `lacks the prefix "${prefix}"`,
    );
  }
  return differences;
}
