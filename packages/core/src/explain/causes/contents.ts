import type { HmacScheme } from '../../signature/scheme.ts';
import type { Family } from './hypothesis.ts';

const contents = [
  '{body}',
  '{timestamp}.{body}',
  '{body}.{timestamp}',
  '{timestamp}{body}',
  '{id}.{timestamp}.{body}',
];

/** Something else was signed than what the platform signs. */
export const otherContents: Family<HmacScheme> = function* (subject) {
  const { scheme } = subject;
  for (const content of contents) {
    if (content === scheme.content || !isPossible(content, scheme)) continue;
    const { timestamp, ...timeless } = scheme;
    const altered = content.includes('{timestamp}') ? { ...timeless, timestamp } : timeless;
    yield {
      altered: { ...subject, scheme: { ...altered, content } },
      topic: 'content',
      text: `The signature fits ${content}, where ${scheme.content} should be signed.`,
      hint: 'Whoever makes the delivery has to sign what the platform signs. If it is the platform itself, report it to Carehooks.',
    };
  }
};

function isPossible(content: string, { timestamp, idHeader }: HmacScheme): boolean {
  if (content.includes('{id}') && idHeader === undefined) return false;
  return timestamp !== undefined || !content.includes('{timestamp}');
}
