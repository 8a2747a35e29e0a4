import { type Delivery, headerOf } from '../delivery.ts';
import { type ExplanationLine, note, problem } from './explanation.ts';

/** What the bytes tell by themselves about their way here. */
export function describeBytes(delivery: Delivery): ExplanationLine[] {
  const findings = [describeLength(delivery), describeReplacements(delivery), describeForm(delivery)];
  return findings.filter((line) => line !== null);
}

/** Content codings change the length, and a proxy that re-writes a body corrects it: only a difference tells something. */
function describeLength(delivery: Delivery): ExplanationLine | null {
  const announced = headerOf(delivery, 'content-length');
  const encoded = headerOf(delivery, 'content-encoding') !== undefined;
  if (announced === undefined || encoded || !/^\d{1,15}$/.test(announced)) return null;
  const difference = delivery.body.length - Number(announced);
  if (difference === 0) return null;
  const compared = difference > 0 ? 'longer' : 'shorter';
  return problem(
    'body',
    `The body is ${compared} than the header content-length says: it was changed or cut.`,
  );
}

/** What programs put in place of bytes that they cannot read as text. */
const replacement = Buffer.from('\ufffd');

function describeReplacements({ body }: Delivery): ExplanationLine | null {
  return Buffer.from(body).includes(replacement)
    ? note(
        'body',
        'The body has replacement characters (U+FFFD): bytes may have been lost when it was read as text.',
      )
    : null;
}

const forms: ReadonlyArray<readonly [is: (start: string) => boolean, text: string]> = [
  [(start) => start === '', 'The body is empty.'],
  [
    (start) => start.startsWith('\u001f\u008b'),
    'The body is compressed with gzip. Decode it first: signed is what it holds.',
  ],
  [(start) => start.startsWith('--'), 'The body is a multipart form, and platforms send JSON.'],
  [(start) => /^\s*</.test(start), 'The body is HTML or XML, and platforms send JSON.'],
  [(start) => /^[\w.%-]+=/.test(start), 'The body is a URL-encoded form, and platforms send JSON.'],
];

function describeForm({ body }: Delivery): ExplanationLine | null {
  const start = Buffer.from(body.subarray(0, 200)).toString('latin1');
  const found = forms.find(([is]) => is(start));
  return found === undefined ? null : problem('body', found[1]);
}
