import type { HmacScheme, TimestampFormat } from '../../signature/scheme.ts';
import { verify } from '../../signature/verify.ts';
import type { Subject } from '../subject.ts';
import { formatNames } from '../timestamp.ts';
import type { Family } from './hypothesis.ts';

const formats: readonly TimestampFormat[] = ['unix-seconds', 'unix-milliseconds', 'iso-8601'];

/** The signed time is written in another format than the platform's. */
export const otherFormats: Family<HmacScheme> = function* (subject) {
  const { scheme } = subject;
  const { timestamp } = scheme;
  if (timestamp === undefined) return;
  for (const format of formats) {
    if (formatNames[format] === formatNames[timestamp.format]) continue;
    yield {
      altered: { ...subject, scheme: { ...scheme, timestamp: { ...timestamp, format } } },
      topic: 'timestamp',
      text: `The timestamp is written as ${formatNames[format]}, where ${formatNames[timestamp.format]} belong.`,
      hint: `Whoever makes the delivery has to write the timestamp as ${formatNames[timestamp.format]}.`,
    };
  }
};

const year = 365 * 86_400;

/** Whether the signed time lies in the year around the receipt: read in a wrong format, it lies ages off. */
export function isTimely({ delivery, scheme, secrets, verification }: Subject): boolean {
  const values = secrets.map(({ value }) => value);
  return verify(delivery, scheme, values, { ...verification, acceptUnsigned: false, tolerance: year }).ok;
}
